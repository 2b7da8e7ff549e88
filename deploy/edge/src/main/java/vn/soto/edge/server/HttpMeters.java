package vn.soto.edge.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Meters of one port: open connections, requests at work, bodies under way, and what was refused or ended, by reason. */
record HttpMeters(MeterRegistry registry, String port) {

    /** Why a connection was ended by the server. */
    enum End {
        HEADER,
        IDLE,
        BODY,
        ANSWER,
        PIPELINE,
        /** gave its place to a new one */
        CROWDED,
        MALFORMED
    }

    /** The limit that refused a connection or a request. */
    enum Limit {
        SERVER,
        CLIENT,
        RATE
    }

    void connections(AtomicInteger open) {
        Gauge.builder("soto.http.connections", open, AtomicInteger::get)
                .tag("port", port)
                .register(registry);
    }

    void ended(End reason) {
        registry.counter("soto.http.connections.ended", "port", port, "reason", word(reason))
                .increment();
    }

    void connectionRefused(Limit limit) {
        registry.counter("soto.http.connections.refused", "port", port, "limit", word(limit))
                .increment();
    }

    void requests(AtomicInteger atWork) {
        Gauge.builder("soto.http.requests", atWork, AtomicInteger::get)
                .tag("port", port)
                .register(registry);
    }

    void bodies(Supplier<Number> underWay) {
        Gauge.builder("soto.http.bodies", underWay).tag("port", port).register(registry);
    }

    void requestRefused(Limit limit) {
        registry.counter("soto.http.requests.refused", "port", port, "limit", word(limit))
                .increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
