package vn.soto.contracts.assistance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.Ascending;

/**
 * What a record of help says, and what a correction replaces as a whole.
 *
 * @param services   one or more codes of the catalogue, in the order of their text
 * @param procedure  national code of the procedure, where a service needs one
 * @param occurredAt when the help was given, in whole microseconds, as stored
 * @param followUp   day on which somebody will look again; absent if nobody plans to
 */
public record AssistanceContent(
        List<ServiceCode> services,
        @Nullable String procedure,
        Channel channel,
        Mode mode,
        AssistanceOutcome outcome,
        Instant occurredAt,
        @Nullable LocalDate followUp) {

    public AssistanceContent {
        services = Ascending.of(services);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a record of help names at least one service");
        }
    }

    /** Done, with nothing to look at again. */
    public AssistanceContent(List<ServiceCode> services, Channel channel, Mode mode, Instant occurredAt) {
        this(services, null, channel, mode, AssistanceOutcome.DONE, occurredAt, null);
    }
}
