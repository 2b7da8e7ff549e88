package vn.soto.domain.shared;

/** What must hold for a command to be accepted; an enum constant whose name is the problem type clients see. */
public interface Rule {

    String name();

    /**
     * @param arguments what the messages of the rule name: numbers, days, ids, in their order
     * @throws RuleViolatedException if it does not hold
     */
    default void require(boolean holds, Object... arguments) {
        if (!holds) {
            throw refused(arguments);
        }
    }

    /** For a rule that asks for something to be there: {@code optional.orElseThrow(RULE::refused)}. */
    default RuleViolatedException refused(Object... arguments) {
        return new RuleViolatedException(this, arguments);
    }
}
