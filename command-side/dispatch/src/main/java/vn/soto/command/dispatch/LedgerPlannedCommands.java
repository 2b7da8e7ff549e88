package vn.soto.command.dispatch;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.ShownPlan;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.plan.PlannedCommands;
import vn.soto.domain.shared.Command;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/** The commands of plans, read from the ledger part by part. */
record LedgerPlannedCommands(LedgerReader ledger, EventCodec codec) implements PlannedCommands {

    @Override
    public Stream<Command> of(PlanId plan, int parts) {
        return steps(plan, parts).flatMap(LedgerPlannedCommands::command);
    }

    @Override
    public String shown(PlanId plan, int parts, String digest) {
        return ShownPlan.of(digest, steps(plan, parts).limit(2).toList(), ledger::head);
    }

    private Stream<PlanStep> steps(PlanId plan, int parts) {
        return IntStream.range(0, parts)
                .boxed()
                .flatMap(part -> ledger.aggregate(PlanPart.idOf(plan, part), 0, 1).stream())
                .map(codec::decode)
                .map(PlanPartRecorded.class::cast)
                .flatMap(part -> part.steps().stream());
    }

    private static Stream<Command> command(PlanStep step) {
        try {
            return step.command() == null ? Stream.empty() : Stream.of(StepReader.command(step));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
