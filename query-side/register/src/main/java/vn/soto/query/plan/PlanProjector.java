package vn.soto.query.plan;

import static vn.soto.query.plan.Plan.State.ABANDONED;
import static vn.soto.query.plan.Plan.State.AWAITING_APPROVAL;
import static vn.soto.query.plan.Plan.State.COMPLETED;
import static vn.soto.query.plan.Plan.State.PAUSED;
import static vn.soto.query.plan.Plan.State.READY;
import static vn.soto.query.plan.Plan.State.REVERSED;
import static vn.soto.query.plan.Plan.State.RUNNING;
import static vn.soto.query.plan.Plan.State.STOPPED;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.query.plan.Plan.State;

/** Projects plans in one segment, because all plans share one list. */
@Component
final class PlanProjector extends EventProjector<DomainEvent> {

    PlanProjector() {
        super(
                "plans",
                List.of(PlanEvent.class, PlanPartEvent.class),
                PlanProjector::plan,
                List.of(PlanPart.KIND, Plan.KIND, PlanList.KIND));
    }

    @Override
    protected void fold(DomainEvent event, EventContext at, Batch batch) {
        switch (event) {
            case PlanEvent plan -> fold(plan, at, batch);
            case PlanPartEvent part -> fold(part, at, batch);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private void fold(PlanPartEvent event, EventContext at, Batch batch) {
        switch (event) {
            case PlanPartRecorded recorded -> {
                String id = PlanPart.id(recorded.plan().value(), recorded.part());
                if (batch.find(PlanPart.KIND, id).isEmpty()) {
                    batch.put(
                            PlanPart.KIND,
                            new PlanPart(
                                    id,
                                    recorded.first(),
                                    at.commit(),
                                    recorded.steps().stream()
                                            .map(step -> new PlanPart.Planned(step.row(), step.command()))
                                            .toList(),
                                    List.of()));
                }
            }
        }
    }

    private void fold(PlanEvent event, EventContext at, Batch batch) {
        if (event instanceof PlanSubmitted submitted) {
            submitted(submitted, at, batch);
            return;
        }
        Plan plan = batch.find(Plan.KIND, event.plan().value()).orElseThrow();
        Mark before = plan.before(at.position()).orElseThrow();
        batch.put(
                Plan.KIND,
                plan.with(leavesSomething(plan, event, before) ? mark(at, STOPPED, before) : after(event, before, at)));
        if (event instanceof PlanProgressed progressed) {
            refused(progressed, at, batch);
        }
    }

    /** The first version completed a reversal that had refused steps. */
    private static boolean leavesSomething(Plan plan, PlanEvent event, Mark before) {
        return event instanceof PlanCompleted && plan.kind() == PlanKind.UNDO && before.refused() > 0;
    }

    private static void submitted(PlanSubmitted event, EventContext at, Batch batch) {
        String id = event.plan().value();
        State state = event.needsApproval() ? AWAITING_APPROVAL : READY;
        Plan plan = batch.find(Plan.KIND, id)
                .orElseGet(() -> new Plan(
                        id,
                        at.commit(),
                        event.kind(),
                        event.steps(),
                        event.parts(),
                        event.needsApproval(),
                        event.undoes(),
                        event.secondPerson(),
                        List.of()));
        batch.put(Plan.KIND, plan.with(mark(at, state, 0, 0, 0, 0, 0, null, null)));
        PlanList list = batch.find(PlanList.KIND, PlanList.ALL).orElseGet(() -> new PlanList(PlanList.ALL, List.of()));
        batch.put(PlanList.KIND, list.with(new PlanList.Entry(id, at.commit())));
    }

    private static Mark after(PlanEvent event, Mark before, EventContext at) {
        return switch (event) {
            case PlanSubmitted submitted -> throw new IllegalArgumentException("submitted twice: " + submitted.plan());
            case PlanApproved approved ->
                mark(
                        at,
                        before.state() == AWAITING_APPROVAL ? READY : before.state(),
                        before,
                        approved.approver(),
                        before.by());
            case PlanStarted started -> mark(at, RUNNING, 1, 0, 0, 0, 0, before.approved(), before.by());
            case PlanProgressed progressed ->
                mark(
                        at,
                        before.state(),
                        progressed.run(),
                        progressed.reached(),
                        progressed.done(),
                        progressed.repeated(),
                        progressed.refused(),
                        before.approved(),
                        before.by());
            case PlanPaused paused -> mark(at, PAUSED, before);
            case PlanStopped stopped -> mark(at, STOPPED, before);
            case PlanResumed resumed ->
                resumed.run() > before.run()
                        ? mark(at, RUNNING, resumed.run(), resumed.reached(), 0, 0, 0, before.approved(), before.by())
                        : mark(at, RUNNING, before);
            case PlanCompleted completed -> mark(at, COMPLETED, before);
            case PlanAbandoned abandoned -> mark(at, ABANDONED, before);
            case PlanReversed reversed ->
                mark(at, REVERSED, before, before.approved(), reversed.by().value());
        };
    }

    private static Mark mark(EventContext at, State state, Mark before) {
        return mark(at, state, before, before.approved(), before.by());
    }

    private static Mark mark(
            EventContext at, State state, Mark before, @Nullable String approved, @Nullable String by) {
        return mark(
                at,
                state,
                before.run(),
                before.reached(),
                before.done(),
                before.repeated(),
                before.refused(),
                approved,
                by);
    }

    private static Mark mark(
            EventContext at,
            State state,
            int run,
            int reached,
            int done,
            int repeated,
            int refused,
            @Nullable String approved,
            @Nullable String by) {
        return new Mark(
                at.position(),
                at.commit(),
                at.at(),
                at.actor(),
                state,
                run,
                reached,
                done,
                repeated,
                refused,
                approved,
                by);
    }

    private static void refused(PlanProgressed event, EventContext at, Batch batch) {
        Map<String, List<PlanPart.RefusedStep>> byPart = event.refusals().stream()
                .map(refusal -> new PlanPart.RefusedStep(
                        at.position(), at.commit(), event.run(), refusal.step(), refusal.rule(), refusal.arguments()))
                .collect(Collectors.groupingBy(
                        refused -> PlanPart.of(event.plan().value(), refused.step())));
        byPart.forEach((id, refused) -> batch.put(
                PlanPart.KIND, batch.find(PlanPart.KIND, id).orElseThrow().with(refused)));
    }

    private static String plan(DomainEvent event) {
        return switch (event) {
            case PlanEvent plan -> plan.plan().value();
            case PlanPartRecorded part -> part.plan().value();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
