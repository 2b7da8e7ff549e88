package vn.soto.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.shared.Command;

/**
 * A run of consecutive steps of a plan, recorded as one event before submission, so that the plan's own history stays
 * short.
 */
@AggregateRoot(type = "plan-part")
public final class PlanPart {

    private static final Set<@Nullable String> ABOUT_PLANS = Stream.of(PlanCommand.class.getPermittedSubclasses())
            .map(type -> Command.nameOf(type.asSubclass(Command.class)))
            .collect(Collectors.toSet());

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    @SuppressWarnings("NullAway.Init")
    private String digest;

    private int steps;

    PlanPart() {}

    public static String idOf(PlanId plan, int part) {
        return "plan-part:" + plan + ":" + part;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordPlanPart command) {
        PlanRule.PLAN_HAS_STEPS.require(!command.steps().isEmpty());
        command.steps().stream()
                .map(PlanStep::command)
                .filter(ABOUT_PLANS::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw PlanRule.COMMAND_ABOUT_A_PLAN_IS_NO_STEP.refused(name);
                });
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

    @EventHandler
    void evolve(PlanPartRecorded event) {
        id = idOf(event.plan(), event.part());
        digest = event.digest();
        steps = event.first() + event.steps().size();
    }
}
