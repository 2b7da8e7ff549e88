package vn.soto.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.ledger.LedgerException;

/** Meters {@code soto.commands}, by name and outcome, and {@code soto.commands.refused}, by rule. */
record CommandMeters(MeterRegistry meters) {

    <T> T record(String name, Supplier<T> submission, Predicate<T> repeat) {
        Timer.Sample started = Timer.start(meters);
        String result = "failed";
        try {
            T outcome = submission.get();
            result = repeat.test(outcome) ? "repeat" : "done";
            return outcome;
        } catch (RuntimeException e) {
            result = result(e);
            if (e instanceof RuleViolatedException refused) {
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
            case RuleViolatedException refused -> refused.rule() instanceof ReachRule ? "denied" : "refused";
            case OutOfReachException hidden -> "denied";
            case NotFoundException absent -> "absent";
            case CommandIdReusedException reused -> "id-reused";
            case ConflictException lost -> "conflict";
            case AlreadyExistsException exists -> "exists";
            case LedgerException.Unavailable unavailable -> "unavailable";
            case LedgerException.Uncertain uncertain -> "uncertain";
            case LedgerException.TooLarge large -> "too-large";
            default -> "failed";
        };
    }
}
