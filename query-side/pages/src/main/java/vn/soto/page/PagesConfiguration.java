package vn.soto.page;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Configuration of the pages, which need the endpoints of the query side in the same process. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = "vn.soto.page")
public class PagesConfiguration {

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
