package vn.soto.domain.shared;

/** A condition for accepting a command; an enum constant whose name is the problem type in the API. */
public interface Rule {

    String name();

    /**
     * @param arguments arguments of the rule's messages, in order: numbers, days, ids
     * @throws RuleViolatedException if the condition does not hold
     */
    default void require(boolean holds, Object... arguments) {
        if (!holds) {
            throw refused(arguments);
        }
    }

    /** The refusal for a missing value: {@code optional.orElseThrow(RULE::refused)}. */
    default RuleViolatedException refused(Object... arguments) {
        return new RuleViolatedException(this, arguments);
    }
}
