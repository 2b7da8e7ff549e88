package vn.soto.page;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Configuration of the pages, which need the endpoints of the query side in the same process. */
@EnableConfigurationProperties(PagesSettings.class)
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = "vn.soto.page")
public class PagesConfiguration {

    @Bean
    Supplier<UUID> formIds(Clock clock) {
        return new FormIds(clock, new SecureRandom());
    }

    @Bean
    SimpleUrlHandlerMapping pageFileMapping(
            Assets assets, PreferencesHandler preferences, VerifyHandler verify, HelpHandler help) {
        return new SimpleUrlHandlerMapping(
                Map.of(
                        "/assets/**", assets,
                        "/preferences", preferences,
                        "/verify", verify,
                        "/help", help,
                        "/help/**", help),
                PageMapping.BEFORE_ENDPOINTS - 1);
    }
}
