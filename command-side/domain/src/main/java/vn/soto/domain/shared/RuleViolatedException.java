package vn.soto.domain.shared;

import java.util.List;

/** A rule refuses a command: nothing was recorded, and the command stays refused until the state changes. */
public final class RuleViolatedException extends RuntimeException {

    private final transient Rule rule;
    private final transient List<Object> arguments;

    RuleViolatedException(Rule rule, Object... arguments) {
        super(rule.name() + List.of(arguments), null, false, false);
        this.rule = rule;
        this.arguments = List.of(arguments);
    }

    public Rule rule() {
        return rule;
    }

    /** Arguments of the rule's messages, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
