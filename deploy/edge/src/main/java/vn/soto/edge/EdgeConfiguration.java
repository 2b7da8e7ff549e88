package vn.soto.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.soto.edge.refused.RefusedAccessConfiguration;
import vn.soto.edge.server.HttpServerConfiguration;
import vn.soto.edge.start.StartConfiguration;
import vn.soto.edge.watchdog.WatchdogConfiguration;
import vn.soto.web.ClearJson;
import vn.soto.web.HeavyWork;

/** Beans of the edge that do not depend on the sign-in: the HTTP server, unmapped requests, warming up, the watchdog and refused access. */
@Configuration(proxyBeanMethods = false)
@Import({
    EdgeProblems.class,
    OpenApiEndpoint.class,
    HttpServerConfiguration.class,
    StartConfiguration.class,
    WatchdogConfiguration.class,
    RefusedAccessConfiguration.class
})
public class EdgeConfiguration {

    /** Requests and answers hold names in the clear. */
    @Bean
    JsonFactoryBuilderCustomizer unpooledJson() {
        return ClearJson::unpooled;
    }

    /** How much heavy work waits for a place. */
    @Bean
    MeterBinder heavyWorkMeter(ObjectProvider<HeavyWork> heavy) {
        return registry -> heavy.ifAvailable(work -> Gauge.builder("soto.heavy.work.waiting", work, HeavyWork::waiting)
                .register(registry));
    }

    @Bean
    static SecretSources secretSources(ConfigurableEnvironment environment) {
        return new SecretSources(environment);
    }
}
