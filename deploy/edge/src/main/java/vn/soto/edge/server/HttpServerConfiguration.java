package vn.soto.edge.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
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
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

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
    AdmittedRequests admittedRequests(
            HttpLimits limits,
            ClientAddress clients,
            RequestLimit rate,
            ConnectionLimit connections,
            MeterRegistry registry) {
        return new AdmittedRequests(limits, clients, rate, connections, new HttpMeters(registry, API));
    }

    @Bean
    ForeignSiteFilter foreignSiteFilter(HttpLimits limits, ClientAddress clients) {
        return new ForeignSiteFilter(limits.origins(), clients);
    }

    /** The configured names, those of the configured origins and of the address for browsers, and the address it listens on. */
    @Bean
    HostFilter hostFilter(
            HttpLimits limits,
            @Value("${soto.sign-in.browser.address:}") String address,
            @Value("${server.address:}") String bound) {
        List<String> names = new ArrayList<>(
                limits.hosts().stream().filter(each -> !each.isBlank()).toList());
        Stream.concat(limits.origins().stream(), Stream.of(address))
                .filter(each -> !each.isBlank())
                .map(each -> Objects.requireNonNullElse(URI.create(each).getHost(), ""))
                .filter(host -> !host.isEmpty())
                .forEach(names::add);
        if (!bound.isBlank() && !EVERY_ADDRESS.contains(bound)) {
            names.add(bound.contains(":") ? "[" + bound + "]" : bound);
        }
        return new HostFilter(names);
    }

    /** Applies a limit to a server. */
    static NettyServerCustomizer limited(ConnectionLimit connections) {
        return server -> server.doOnBound(bound -> bound.channel().pipeline().addFirst(connections.door()))
                .doOnChannelInit((observer, channel, remote) -> connections.watch(channel));
    }
}
