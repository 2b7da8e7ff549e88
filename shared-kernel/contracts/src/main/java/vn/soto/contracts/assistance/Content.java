package vn.soto.contracts.assistance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * What a record of help says, and what a correction replaces as a whole.
 *
 * @param services   one or more, in the order of {@link ServiceCategory}
 * @param occurredAt when the help was given, in whole microseconds, as stored
 */
public record Content(List<ServiceCategory> services, Channel channel, Mode mode, Instant occurredAt) {

    public Content {
        services = sorted(services);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a record of help names at least one service");
        }
    }

    private static List<ServiceCategory> sorted(Collection<ServiceCategory> services) {
        return services.stream().distinct().sorted().toList();
    }
}
