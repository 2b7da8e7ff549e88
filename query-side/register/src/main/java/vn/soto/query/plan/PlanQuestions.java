package vn.soto.query.plan;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.plan.PlanId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.plan.ApprovalPairs.Approval;
import vn.soto.query.plan.ApprovalPairs.ApprovalPair;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.query.plan.Plan.State;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.web.EndpointRight;

@RestController
record PlanQuestions(Plans plans, StepContents contents, PlanApprovals approvals) {

    /** Steps that the answer about a plan shows. */
    static final int FIRST_STEPS = 20;

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Steps(
            PlanId plan, List<StepView> steps, @Nullable Integer next) {}

    /**
     * Lists plans, latest first.
     *
     * @param state only those in this state, such as {@code awaiting-approval}
     * @param kind  only those of this kind, such as {@code proposal}
     */
    @Query(at = "/api/plans", right = EndpointRight.RECORDS)
    List<PlanView> latest(
            Asked asked,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        PlanFilter filter = PlanFilter.of(state, kind);
        Locale language = asked.language();
        return plans.latest(filter, asked.limit(limit), asOf).stream()
                .map(plan -> PlanView.of(plan, asOf, language))
                .toList();
    }

    @Query(at = "/api/plans/{plan}", right = EndpointRight.RECORDS, of = "plan")
    PlanView plan(Asked asked, @PathVariable String plan) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        Plan found = found(plan, asOf);
        List<StepView> first = steps(found, 0, FIRST_STEPS, asOf, language);
        Optional<Plan> undone =
                Optional.ofNullable(found.undoes()).flatMap(earlier -> plans.find(earlier.value(), asOf));
        PlanView view = PlanView.of(found, asOf, language);
        asked.refusedNow(approvals.refusals(found, asOf));
        Optional<State> reversal = Optional.ofNullable(view.reversedBy())
                .flatMap(by -> plans.find(by.value(), asOf))
                .map(by -> by.asOf(asOf).getLast().state());
        return view.proposing(
                contents.reason(found, undone, first, language), first, reversal, shown(found, view, asked));
    }

    /** The hash of the plan as this answer shows it; an approval is about the present. */
    private Optional<String> shown(Plan plan, PlanView view, Asked asked) {
        return view.state() == State.AWAITING_APPROVAL && asked.moment().isEmpty()
                ? contents.shown(plan, plans.parts(plan, 0, plan.steps()), asked.asOf())
                : Optional.empty();
    }

    private List<StepView> steps(Plan plan, int first, int most, long asOf, Locale language) {
        Mark now = plan.asOf(asOf).getLast();
        return plans.parts(plan, first, most).stream()
                .flatMap(part -> {
                    Map<Integer, StepContent> asked = contents.of(plan, part, first, first + most, asOf, language);
                    return StepView.of(part, now, asOf, language)
                            .filter(step -> step.step() >= first && step.step() < first + most)
                            .map(step -> step.asking(asked.get(step.step())));
                })
                .toList();
    }

    /** The steps from index {@code from} on, with their outcomes. */
    @Query(at = "/api/plans/{plan}/steps", right = EndpointRight.RECORDS, of = "plan")
    Steps steps(
            Asked asked,
            @PathVariable String plan,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        Plan found = found(plan, asOf);
        int first = new Range("from", 0, Math.max(0, found.steps() - 1))
                .check(from)
                .orElse(0L)
                .intValue();
        int most = asked.limit(limit);
        return new Steps(
                new PlanId(plan),
                steps(found, first, most, asOf, language),
                first + most < found.steps() ? first + most : null);
    }

    private Plan found(String plan, long asOf) {
        return plans.find(plan, asOf).orElseThrow(() -> QueryProblemException.absent("plan", plan));
    }

    private static final int LATEST = 1_000;

    /** Of the latest 1,000 plans that the reader reaches. */
    @Query(at = "/api/approval-pairs", right = EndpointRight.APPROVAL_PAIRS, name = "approval-pairs-pairs")
    List<ApprovalPair> pairs(Asked asked) {
        long asOf = asked.asOf();
        List<Approval> approvals =
                plans.latest(PlanFilter.of(Optional.empty(), Optional.empty()), LATEST, asOf).stream()
                        .flatMap(plan -> approval(plan.asOf(asOf)))
                        .toList();
        Map<String, String> persons = persons(approvals, asOf);
        return ApprovalPairs.of(approvals, account -> persons.getOrDefault(account, account));
    }

    /** Of each account the first one of its person. */
    private Map<String, String> persons(List<Approval> approvals, long asOf) {
        Map<Object, String> first = new HashMap<>();
        return approvals.stream()
                .flatMap(each -> Stream.of(each.proposer(), each.approver()))
                .distinct()
                .sorted()
                .collect(toMap(
                        account -> account,
                        account -> first.computeIfAbsent(person(account, asOf), nobody -> account)));
    }

    /** The account itself if nobody was ever linked to it. */
    private Object person(String account, long asOf) {
        return approvals
                .accounts()
                .person(account, asOf)
                .<Object>map(person -> person)
                .orElse(account);
    }

    private static Stream<Approval> approval(List<Mark> marks) {
        return Stream.ofNullable(marks.getLast().approved())
                .map(approver -> new Approval(marks.getFirst().actor(), approver));
    }
}
