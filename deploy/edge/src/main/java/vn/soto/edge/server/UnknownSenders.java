package vn.soto.edge.server;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code soto.http.unknown.*}: what is taken of those whom the sign-in does not know.
 *
 * @param maxRequestsPerMinute requests of one address in a minute, at once or evenly; those that are refused included
 * @param maxBody              size of a body
 * @param bodyTimeout          longest time in which a body comes
 * @param maxBodies            bodies that are under way at the same time in all; beyond them the oldest of the address with most is refused
 * @param maxBodiesPerClient   bodies of one address that are under way at the same time; beyond them its oldest is refused
 */
public record UnknownSenders(
        @DefaultValue("3000") int maxRequestsPerMinute,
        @DefaultValue("4KB") DataSize maxBody,
        @DefaultValue("5s") Duration bodyTimeout,
        @DefaultValue("50") int maxBodies,
        @DefaultValue("5") int maxBodiesPerClient) {

    public UnknownSenders {
        HttpLimits.positive("unknown.max-requests-per-minute", maxRequestsPerMinute);
        HttpLimits.positive("unknown.max-body", maxBody.toBytes());
        HttpLimits.positive("unknown.body-timeout", bodyTimeout.toMillis());
        HttpLimits.positive("unknown.max-bodies", maxBodies);
        HttpLimits.positive("unknown.max-bodies-per-client", maxBodiesPerClient);
    }
}
