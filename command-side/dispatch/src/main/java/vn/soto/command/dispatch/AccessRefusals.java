package vn.soto.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;

/** Counts refused access in the meter {@code soto.commands.denied}, by command and rule, and tells listeners. Thread-safe. */
public final class AccessRefusals {

    private final Clock clock;
    private final MeterRegistry meters;
    private final List<Consumer<AccessRefusal>> listeners = new CopyOnWriteArrayList<>();

    AccessRefusals(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** @param listener is called on the thread of the refused command, and must neither block nor throw */
    public void add(Consumer<AccessRefusal> listener) {
        listeners.add(listener);
    }

    /** No role of the account may issue the command; nothing of it was read. */
    public void byRole(String account, Class<? extends Command> command) {
        tell(account, command, AccessRefusal.ROLE, List.of(), false);
    }

    /** Notes a refusal by a rule of rights; of another one, nothing. */
    public void note(String account, Class<? extends Command> command, RuntimeException refused, boolean planStep) {
        switch (refused) {
            case OutOfReachException hidden -> note(account, command, hidden.refusal(), planStep);
            case RuleViolatedException violated
            when violated.rule() instanceof ReachRule rule ->
                tell(account, command, rule.name(), violated.arguments(), planStep);
            default -> {
                // is about no right
            }
        }
    }

    private void tell(
            String account, Class<? extends Command> command, String rule, List<Object> arguments, boolean planStep) {
        String name = Command.nameOf(command);
        meters.counter("soto.commands.denied", "name", name, "rule", rule).increment();
        AccessRefusal refusal = new AccessRefusal(clock.instant(), account, name, rule, arguments, planStep);
        listeners.forEach(listener -> listener.accept(refusal));
    }
}
