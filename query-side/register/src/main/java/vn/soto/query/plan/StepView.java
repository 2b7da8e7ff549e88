package vn.soto.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.query.command.RefusalTexts;
import vn.soto.query.plan.Plan.Mark;

/**
 * A step as of a commit.
 *
 * @param row     row of the file it came from; absent if it came from none
 * @param command name of the command; absent if no command performs the step
 * @param rule    rule that refused it, with its text in the reader's language
 * @param asked   content of the step; absent if it cannot be read any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
        int step,
        @Nullable Integer row,
        @Nullable String command,
        State state,
        @Nullable String rule,
        @Nullable String text,
        @JsonUnwrapped @Nullable StepContent asked) {

    /** The outcome of a step; done includes steps whose result was recorded already. */
    enum State {
        WAITING,
        DONE,
        REFUSED
    }

    static Stream<StepView> of(PlanPart part, Mark now, long asOf, Locale language) {
        List<PlanPart.RefusedStep> refused = part.refused().stream()
                .filter(refusal -> refusal.commit() <= asOf && refusal.run() == now.run())
                .toList();
        return IntStream.range(0, part.steps().size())
                .mapToObj(index -> of(part.first() + index, part.steps().get(index), refused, now, language));
    }

    private static StepView of(
            int step, PlanPart.Planned planned, List<PlanPart.RefusedStep> refused, Mark now, Locale language) {
        Integer row = planned.row() == 0 ? null : planned.row();
        return refused.stream()
                .filter(refusal -> refusal.step() == step && (step < now.reached() || isWhereItStopped(step, now)))
                .max(Comparator.comparingLong(PlanPart.RefusedStep::position))
                .map(refusal -> new StepView(
                        step,
                        row,
                        planned.command(),
                        State.REFUSED,
                        refusal.rule(),
                        RefusalTexts.text(refusal.rule(), refusal.arguments(), language),
                        null))
                .orElseGet(() -> new StepView(
                        step,
                        row,
                        planned.command(),
                        step < now.reached() ? State.DONE : State.WAITING,
                        null,
                        null,
                        null));
    }

    StepView asking(@Nullable StepContent content) {
        return new StepView(step, row, command, state, rule, text, content);
    }

    /** A step whose refusal stopped the plan is not passed. */
    private static boolean isWhereItStopped(int step, Mark now) {
        return step == now.reached() && now.state() != Plan.State.RUNNING;
    }
}
