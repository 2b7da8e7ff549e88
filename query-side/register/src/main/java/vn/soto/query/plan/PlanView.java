package vn.soto.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.query.plan.Plan.State;
import vn.soto.query.subject.Doer;
import vn.soto.web.Approval;

/**
 * A plan as of a commit.
 *
 * @param left           number of remaining steps in this run
 * @param stepsPerSecond rate over this run so far; absent before its first progress
 * @param secondsLeft    remaining time at that rate; absent unless it is running
 * @param reversedBy     plan that reverses it
 * @param reversal       state of that plan; absent in a list of plans
 * @param why            the reason of a proposal or of a reversal: the label of its code, or words
 * @param whyCode        code of the reason; absent for words
 * @param proposed       the first steps, with what they ask for; absent in a list of plans
 * @param content        hash of what an approver is shown: the steps, and the state of what a single one is about. Absent unless
 *                       it waits for a second person, and for a reader who may not see that state
 * @param approval       approval for which it waits; absent unless it waits for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        PlanId plan,
        PlanKind kind,
        State state,
        int steps,
        int reached,
        int left,
        int done,
        int repeated,
        int refused,
        int run,
        @Doer String submittedBy,
        Instant submittedAt,
        boolean needsApproval,
        @Doer @Nullable String approvedBy,
        @Nullable Instant startedAt,
        Instant changedAt,
        @Nullable Double stepsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable PlanId undoes,
        @Nullable PlanId reversedBy,
        @Nullable State reversal,
        @Nullable String why,
        @Nullable ReasonCode whyCode,
        @Nullable List<StepView> proposed,
        @Nullable String content,
        @Nullable Approval approval) {

    static PlanView of(Plan plan, long asOf, Locale language) {
        List<Mark> marks = plan.asOf(asOf);
        Mark first = marks.getFirst();
        Mark now = marks.getLast();
        Optional<Mark> started = marks.stream()
                .filter(mark -> mark.run() > 0 && mark.run() == now.run())
                .findFirst();
        Double rate = started.flatMap(start -> rate(start, now)).orElse(null);
        int left = plan.steps() - now.reached();
        return new PlanView(
                new PlanId(plan.id()),
                plan.kind(),
                now.state(),
                plan.steps(),
                now.reached(),
                left,
                now.done(),
                now.repeated(),
                now.refused(),
                now.run(),
                first.actor(),
                first.at(),
                plan.needsApproval(),
                now.approved(),
                started.map(Mark::at).orElse(null),
                now.at(),
                rate,
                now.state() == State.RUNNING && rate != null ? (long) Math.ceil(left / rate) : null,
                plan.undoes(),
                Optional.ofNullable(now.by()).map(PlanId::new).orElse(null),
                null,
                null,
                null,
                null,
                null,
                now.state() == State.AWAITING_APPROVAL ? approval(plan, language) : null);
    }

    /** The same with what it asks for. */
    PlanView proposing(
            CommitReasons.Shown reason, List<StepView> first, Optional<State> undone, Optional<String> shown) {
        return new PlanView(
                plan,
                kind,
                state,
                steps,
                reached,
                left,
                done,
                repeated,
                refused,
                run,
                submittedBy,
                submittedAt,
                needsApproval,
                approvedBy,
                startedAt,
                changedAt,
                stepsPerSecond,
                secondsLeft,
                undoes,
                reversedBy,
                undone.isPresent() ? undone.get() : null,
                reason.why(),
                reason.whyCode(),
                first,
                shown.orElse(null),
                approval);
    }

    private static @Nullable Approval approval(Plan plan, Locale language) {
        SecondPerson second = plan.second();
        return second == null ? null : Approval.of(second.roles(), second.known(), language);
    }

    private static Optional<Double> rate(Mark start, Mark now) {
        double seconds = Duration.between(start.at(), now.at()).toMillis() / 1_000.0;
        int taken = now.reached() - start.reached();
        return seconds > 0 && taken > 0
                ? Optional.of(Math.round(taken / seconds * 10) / 10.0).filter(rate -> rate > 0)
                : Optional.empty();
    }
}
