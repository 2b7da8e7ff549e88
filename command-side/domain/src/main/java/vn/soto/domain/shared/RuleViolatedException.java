package vn.soto.domain.shared;

import java.util.List;

/** A rule does not hold: nothing was recorded, and the same command would be refused again until something changes. */
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

    /** What the rule's messages name, in their order. */
    public List<Object> arguments() {
        return arguments;
    }
}
