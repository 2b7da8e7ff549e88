package vn.soto.page;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
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

    /** Before the endpoints: there are some hundred of them, which would all be compared with the address first. */
    public static final int BEFORE_ENDPOINTS = -10;

    @Bean
    Supplier<UUID> formIds(Clock clock) {
        return new FormIds(clock, new SecureRandom());
    }

    @Bean
    SimpleUrlHandlerMapping pageFileMapping(List<PlacedHandler> handlers) {
        Map<String, PlacedHandler> placed = new HashMap<>();
        handlers.forEach(handler -> handler.addresses().forEach(address -> placed.put(address, handler)));
        return new SimpleUrlHandlerMapping(placed, BEFORE_ENDPOINTS - 1);
    }
}
