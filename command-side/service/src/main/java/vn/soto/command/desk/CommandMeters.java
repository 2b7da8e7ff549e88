package vn.soto.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import vn.soto.command.shared.Absent;
import vn.soto.command.shared.Refused;
import vn.soto.ledger.LedgerException;

/** {@code soto.commands} by name and outcome, and {@code soto.commands.refused} by rule. */
final class CommandMeters {

    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    Outcome record(String name, Supplier<Outcome> submission) {
        Timer.Sample started = Timer.start(meters);
        String result = "failed";
        try {
            Outcome outcome = submission.get();
            result = outcome.repeat() ? "repeat" : "done";
            return outcome;
        } catch (RuntimeException e) {
            result = result(e);
            if (e instanceof Refused refused) {
                meters.counter("soto.commands.refused", "rule", refused.rule().name())
                        .increment();
            }
            throw e;
        } finally {
            started.stop(meters.timer("soto.commands", "name", name, "outcome", result));
        }
    }

    private static String result(RuntimeException e) {
        return switch (e) {
            case Refused refused -> "refused";
            case Absent absent -> "absent";
            case CommandIdReused reused -> "id-reused";
            case LostRace lost -> "conflict";
            case AlreadyExists exists -> "exists";
            case LedgerException.Unavailable unavailable -> "unavailable";
            case LedgerException.Uncertain uncertain -> "uncertain";
            case LedgerException.TooLarge large -> "too-large";
            default -> "failed";
        };
    }
}
