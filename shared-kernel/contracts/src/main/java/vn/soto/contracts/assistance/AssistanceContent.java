package vn.soto.contracts.assistance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.Ascending;

/**
 * The content of a record of help; a correction replaces all of it.
 *
 * @param services   one or more codes of the catalogue, in the order of their text
 * @param procedure  national code of the procedure, if a service requires one
 * @param occurredAt instant of the help, in whole microseconds, as stored; the first instant of its day in Việt Nam if the hour
 *                   is not known
 * @param followUp   planned day of the follow-up; absent if none is planned
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

    /** Content with the outcome "done" and no follow-up. */
    public AssistanceContent(List<ServiceCode> services, Channel channel, Mode mode, Instant occurredAt) {
        this(services, null, channel, mode, AssistanceOutcome.DONE, occurredAt, null);
    }
}
