package vn.soto.contracts.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that the state of their subject refuses whatever is typed, each with the first rule that does. The rules
 * of the domain ask the same conditions; so whoever only knows the state can tell beforehand.
 */
public final class StateRefusals {

    private final Map<String, RefusingRule> refused = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();

    /**
     * @param rule      its name
     * @param arguments of its text, in order
     * @param passes    whether time or somebody else's act ends it, so that people are told of it while it lasts
     */
    public record RefusingRule(String rule, List<Object> arguments, boolean passes) {}

    /** None are refused yet. */
    public StateRefusals() {}

    /** Refuses the commands for good, unless the condition holds: nothing but a correction changes that. */
    public StateRefusals unless(boolean holds, String rule, String... commands) {
        return refuse(holds, new RefusingRule(rule, List.of(), false), commands);
    }

    /** Refuses the commands until the condition holds, which needs no correction. */
    public StateRefusals until(boolean holds, String rule, List<Object> arguments, String... commands) {
        return refuse(holds, new RefusingRule(rule, arguments, true), commands);
    }

    private StateRefusals refuse(boolean holds, RefusingRule refusal, String... commands) {
        if (!holds) {
            for (String command : commands) {
                refused.putIfAbsent(command, refusal);
            }
        }
        return this;
    }

    /** These commands are decided in another unit than the one that they are about. */
    public StateRefusals decidedIn(String unit, String... commands) {
        for (String command : commands) {
            units.put(command, unit);
        }
        return this;
    }

    /** Empty for a command that the state permits. */
    public Optional<RefusingRule> of(String command) {
        return Optional.ofNullable(refused.get(command));
    }

    /** The unit in which a command is decided; empty where its subject lies. */
    public Optional<String> unitOf(String command) {
        return Optional.ofNullable(units.get(command));
    }

    /** Names of the refused commands. */
    public Set<String> commands() {
        return Set.copyOf(refused.keySet());
    }
}
