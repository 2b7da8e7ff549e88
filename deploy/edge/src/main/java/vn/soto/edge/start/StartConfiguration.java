package vn.soto.edge.start;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.web.WarmUpTask;

/** Warms a process up as {@code soto.warm-up} says, a {@link WarmUpMode}. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    WarmUp warmUp(
            @Value("${soto.warm-up:on}") WarmUpMode mode,
            @Value("${soto.warm-up-after:10s}") Duration after,
            HttpHandler handler,
            List<RequestMappingInfoHandlerMapping> mappings,
            List<WarmUpTask> tasks,
            JsonMapper json,
            MeterRegistry meters,
            AutowireCapableBeanFactory beans) {
        return new WarmUp(mode, after, handler, mappings, tasks, json, meters, beans);
    }

    /** The request is timed as a whole; each filter of the sign-in is not even wrapped to be timed. */
    @Bean
    SecurityObservationSettings noFilterIsTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** Each address would become a tag of a meter, and their number is limited. */
    @Bean
    ObservationPredicate notEveryAddress(ObjectProvider<WarmUp> warmUp) {
        // Asked at each request, so not looked up each time.
        SingletonSupplier<WarmUp> found = SingletonSupplier.ofNullable(warmUp::getIfAvailable);
        return (name, context) -> {
            WarmUp warming = found.get();
            return warming == null || warming.observed();
        };
    }
}
