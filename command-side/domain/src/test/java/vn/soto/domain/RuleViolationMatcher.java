package vn.soto.domain;

import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;

/** Matcher for fixtures: a refusal by exactly this rule with exactly these arguments. */
public final class RuleViolationMatcher extends TypeSafeMatcher<RuleViolatedException> {

    private final Rule rule;
    private final List<Object> arguments;

    private RuleViolationMatcher(Rule rule, List<Object> arguments) {
        this.rule = rule;
        this.arguments = arguments;
    }

    public static Matcher<RuleViolatedException> refusal(Rule rule, Object... arguments) {
        return new RuleViolationMatcher(rule, List.of(arguments));
    }

    @Override
    protected boolean matchesSafely(RuleViolatedException refused) {
        return refused.rule().equals(rule) && refused.arguments().equals(arguments);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused by " + rule + " with " + arguments);
    }
}
