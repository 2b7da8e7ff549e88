package vn.soto.edge.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;

/** The limits of the HTTP server, and the filters in front of the sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpLimits.class, AccessLogSettings.class})
@Import({UnhandledFailures.class, AccessLogCheck.class})
public class HttpServerConfiguration {

    private static final String API = "api";

    /**
     * Event loops of this context alone: those that all contexts of a process share end with the first of them. They end
     * at once, because requests have ended before.
     */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    @Bean
    ClientAddress clientAddress(HttpLimits limits) {
        return new ClientAddress(limits.trustedProxies());
    }

    @Bean
    HeaderedAnswers headeredAnswers(ClientAddress clients) {
        return new HeaderedAnswers(clients);
    }

    /** Without the name of the framework, which the usual type has. */
    @Bean
    EndpointMediaTypes endpointMediaTypes() {
        return new EndpointMediaTypes(MediaType.APPLICATION_JSON_VALUE);
    }

    @Bean
    ConnectionLimit connectionLimit(HttpLimits limits, ClientAddress clients, MeterRegistry registry) {
        return new ConnectionLimit(limits, clients, new HttpMeters(registry, API));
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> limitedServer(ConnectionLimit connections) {
        return factory -> factory.addServerCustomizers(limited(connections));
    }

    /** Over TLS the client chooses HTTP/2 or HTTP/1.1; without it there is HTTP/1.1 alone. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> protocols() {
        return factory -> factory.setHttp2(ofTls(factory));
    }

    private static Http2 ofTls(NettyReactiveWebServerFactory factory) {
        Http2 http2 = new Http2();
        http2.setEnabled(Ssl.isEnabled(factory.getSsl()));
        return http2;
    }

    @Bean
    RequestLimit requestLimit(HttpLimits limits, ClientAddress clients, MeterRegistry registry) {
        return new RequestLimit(limits, clients, new HttpMeters(registry, API));
    }

    @Bean
    ForeignSiteFilter foreignSiteFilter(HttpLimits limits) {
        return new ForeignSiteFilter(limits.origins());
    }

    /** Applies a limit to a server. */
    static NettyServerCustomizer limited(ConnectionLimit connections) {
        return server -> server.doOnChannelInit((observer, channel, remote) -> connections.admit(channel));
    }
}
