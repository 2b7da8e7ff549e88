package vn.soto.domain.shared;

import org.jspecify.annotations.Nullable;

/** How a plan that reverses another one undoes one of its events. */
public sealed interface CounterCommand {

    /** The event is a consequence of another event of its commit and is undone with it. */
    CounterCommand FOLLOWS = new Follows(null);

    /** The command undoes the event. */
    record Given(Command command, Turn turn) implements CounterCommand {}

    /**
     * The event is a consequence of other events.
     *
     * @param review command that re-evaluates the state after those events are undone; absent if their counter-commands
     *     do so
     */
    record Follows(@Nullable Command review) implements CounterCommand {}

    /** The event cannot be undone, for the reason the rule names. */
    record Refused(Rule rule) implements CounterCommand {}

    /** Position of a command among the counter-commands of one commit. */
    enum Turn {
        /** In reverse order of the events. */
        FIRST,
        /** In the order of the events, after those of {@link #FIRST}. */
        SECOND,
        /** In reverse order of the events, after all others. */
        LAST
    }

    static CounterCommand of(Command command) {
        return new Given(command, Turn.FIRST);
    }

    static CounterCommand refusedBy(Rule rule) {
        return new Refused(rule);
    }
}
