package vn.soto.command;

import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import vn.soto.command.shared.Refused;
import vn.soto.command.shared.Rule;

/** For fixtures: a refusal by exactly this rule, with exactly these arguments. */
public final class Refusals extends TypeSafeMatcher<Refused> {

    private final Rule rule;
    private final List<Object> arguments;

    private Refusals(Rule rule, List<Object> arguments) {
        this.rule = rule;
        this.arguments = arguments;
    }

    public static Matcher<Refused> refusal(Rule rule, Object... arguments) {
        return new Refusals(rule, List.of(arguments));
    }

    @Override
    protected boolean matchesSafely(Refused refused) {
        return refused.rule().equals(rule) && refused.arguments().equals(arguments);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused by " + rule + " with " + arguments);
    }
}
