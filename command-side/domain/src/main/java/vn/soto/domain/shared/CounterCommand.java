package vn.soto.domain.shared;

import org.jspecify.annotations.Nullable;

/** What takes back one event, for a plan that reverses another one. */
public sealed interface CounterCommand {

    /** The event follows from another event of its commit and goes with it. */
    CounterCommand FOLLOWS = new Follows(null);

    /** This command takes it back. */
    record Given(Command command, Turn turn) implements CounterCommand {}

    /**
     * The event follows from what others say.
     *
     * @param review looks again once all that led to it is taken back; absent if the other events' commands do
     */
    record Follows(@Nullable Command review) implements CounterCommand {}

    /** Nothing takes it back, and the rule says why. */
    record Refused(Rule rule) implements CounterCommand {}

    /** When a command has its turn among the counter-commands of one commit. */
    enum Turn {
        /** In reverse order of the events. */
        FIRST,
        /** In the order of the events, after the first. */
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
