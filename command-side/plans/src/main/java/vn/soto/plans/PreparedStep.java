package vn.soto.plans;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.domain.shared.Command;

/** A decoded step: its command, if it has one, and the action that runs it. */
record PreparedStep(@Nullable Command read, Supplier<StepOutcome> taking) {

    Optional<Command> command() {
        return Optional.ofNullable(read);
    }

    StepOutcome take() {
        return taking.get();
    }
}
