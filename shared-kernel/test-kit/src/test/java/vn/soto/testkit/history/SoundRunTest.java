package vn.soto.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.Seeds;

/** That a sound run breaks no rule says something only if the run is hard to explain. */
@Tag("long")
final class SoundRunTest {

    @Test
    void holdsEveryKindOfOutcome() {
        Seeds.each(Boolean.getBoolean("soto.long") ? 20 : 2, seed -> {
            Run run = SoundRun.of(seed);
            assertThat(run.commits()).hasSizeGreaterThan(150);
            has(run, append -> append.outcome() instanceof OperationOutcome.Acknowledged);
            has(run, append -> append.outcome() instanceof OperationOutcome.Repeated);
            has(run, append -> append.outcome() instanceof OperationOutcome.Refused);
            has(run, append -> isUncertain(append) && run.isStored(append));
            has(run, append -> isUncertain(append) && !run.isStored(append));
            has(run, append -> append.outcome() instanceof OperationOutcome.Acknowledged && overlaps(run, append));
            has(run, append -> isUncertain(append) && landedLate(run, append));
        });
    }

    private static void has(Run run, Predicate<Operation.Append> kind) {
        assertThat(run.all(Operation.Append.class, kind)).isNotEmpty();
    }

    private static boolean isUncertain(Operation.Append append) {
        return append.outcome() instanceof OperationOutcome.Uncertain;
    }

    private static boolean overlaps(Run run, Operation one) {
        return run.operations().stream()
                .anyMatch(other -> !other.equals(one) && !other.isBefore(one) && !one.isBefore(other));
    }

    /** After a commit that was asked for only when this one had returned already. */
    private static boolean landedLate(Run run, Operation.Append late) {
        return run.isStored(late)
                && !run.all(
                                Operation.Append.class,
                                other -> late.isBefore(other)
                                        && run.isStored(other)
                                        && run.stored(other).number()
                                                < run.stored(late).number())
                        .isEmpty();
    }
}
