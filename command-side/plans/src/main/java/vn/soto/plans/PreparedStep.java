package vn.soto.plans;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.domain.shared.Command;

/** A step that was read: its command, if it has one, and how to take it. */
record PreparedStep(@Nullable Command read, Supplier<StepOutcome> taking) {

    Optional<Command> command() {
        return Optional.ofNullable(read);
    }

    StepOutcome take() {
        return taking.get();
    }
}
