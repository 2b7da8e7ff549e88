package vn.soto.edge.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code soto.http.*}: how much of the server one client may occupy, and for how long.
 *
 * @param maxConnections          open connections in all
 * @param maxConnectionsPerClient open connections of one address
 * @param maxRequests             requests that are at work at the same time in all, but for those about health
 * @param maxRequestsPerClient    requests of one account, or of those who are not known at one address, that are at work at the same time
 * @param maxRequestsPerMinute    requests of one account in a minute, at once or evenly
 * @param headerTimeout           longest time from the opening of a connection to the end of its first request's head
 * @param idleTimeout             longest time from an answer to the end of the next request's head
 * @param transferGrace           time for a body or an answer before {@code minimumRate} applies
 * @param minimumRate             bytes a second that a client sends of a body, or takes of an answer, at least
 * @param unknown                 limits of senders whom the sign-in does not know
 * @param trustedProxies          addresses or networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed
 * @param hosts                   names and addresses by which the server is asked, beside those of this machine for itself and those of
 *                                {@code origins}
 * @param origins                 origins of pages that may change state, beside the server's own
 */
@ConfigurationProperties("soto.http")
public record HttpLimits(
        @DefaultValue("2000") int maxConnections,
        @DefaultValue("200") int maxConnectionsPerClient,
        @DefaultValue("500") int maxRequests,
        @DefaultValue("100") int maxRequestsPerClient,
        @DefaultValue("12000") int maxRequestsPerMinute,
        @DefaultValue("10s") Duration headerTimeout,
        @DefaultValue("75s") Duration idleTimeout,
        @DefaultValue("30s") Duration transferGrace,
        @DefaultValue("1KB") DataSize minimumRate,
        @DefaultValue UnknownSenders unknown,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> origins) {

    private static final long LONGEST_TICK = TimeUnit.SECONDS.toNanos(1);

    public HttpLimits {
        positive("max-connections", maxConnections);
        positive("max-connections-per-client", maxConnectionsPerClient);
        positive("max-requests", maxRequests);
        positive("max-requests-per-client", maxRequestsPerClient);
        positive("max-requests-per-minute", maxRequestsPerMinute);
        positive("header-timeout", headerTimeout.toMillis());
        positive("idle-timeout", idleTimeout.toMillis());
        positive("transfer-grace", transferGrace.toMillis());
        positive("minimum-rate", minimumRate.toBytes());
        trustedProxies = List.copyOf(trustedProxies);
        hosts = List.copyOf(hosts);
        origins = List.copyOf(origins);
    }

    static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("soto.http." + name + " must be more than 0");
        }
    }

    /** Looks at a connection often enough to notice each limit soon after it is passed. */
    Future<?> tick(ScheduledExecutorService executor, Runnable look) {
        long shortest = Math.min(headerTimeout.toNanos(), Math.min(idleTimeout.toNanos(), transferGrace.toNanos()));
        long tick = Math.clamp(shortest / 4, 1, LONGEST_TICK);
        return executor.scheduleAtFixedRate(look, tick, tick, TimeUnit.NANOSECONDS);
    }

    /** Whether a client that moved so many bytes in this time is too slow. */
    boolean tooSlow(long nanos, long bytes) {
        double allowed = transferGrace.toNanos() + bytes * 1e9 / minimumRate.toBytes();
        return nanos > allowed;
    }
}
