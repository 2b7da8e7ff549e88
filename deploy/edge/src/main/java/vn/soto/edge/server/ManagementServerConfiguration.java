package vn.soto.edge.server;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The same limits for a management port, with counts of its own: however many clients crowd the other port, probes are
 * answered. Spring Boot finds this class by its entry in {@code ManagementContextConfiguration.imports}.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> managementConnectionLimit(
            HttpLimits limits, ClientAddress clients, MeterRegistry registry) {
        ConnectionLimit connections = new ConnectionLimit(limits, clients, new HttpMeters(registry, "management"));
        return factory -> factory.addServerCustomizers(HttpServerConfiguration.limited(connections));
    }
}
