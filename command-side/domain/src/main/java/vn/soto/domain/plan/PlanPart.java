package vn.soto.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;

/**
 * A run of consecutive steps of a plan, recorded as one event before submission, so that the plan's own history stays
 * short.
 */
@AggregateRoot(type = "plan-part")
public final class PlanPart {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    @SuppressWarnings("NullAway.Init")
    private String digest;

    private int steps;
    private NavigableSet<String> commands = new TreeSet<>();

    PlanPart() {}

    public static String idOf(PlanId plan, int part) {
        return "plan-part:" + plan + ":" + part;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordPlanPart command) {
        PlanRule.PLAN_HAS_STEPS.require(!command.steps().isEmpty());
        apply(new PlanPartRecorded(
                command.plan(),
                command.part(),
                command.first(),
                command.previous(),
                PlanDigest.of(command.previous(), command.steps()),
                command.steps(),
                command.salt()));
    }

    /** Whether this is the last part of a plan with that digest and number of steps. */
    boolean ends(String planDigest, int planSteps) {
        return digest.equals(planDigest) && steps == planSteps;
    }

    /** The names of its commands. */
    NavigableSet<String> commands() {
        return commands;
    }

    @EventHandler
    void evolve(PlanPartRecorded event) {
        id = idOf(event.plan(), event.part());
        digest = event.digest();
        steps = event.first() + event.steps().size();
        commands = event.steps().stream()
                .map(PlanStep::command)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
