package vn.soto.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.access.AccessRule.LEDGER_SAYS_WHO_MAY_APPROVE;
import static vn.soto.domain.plan.PlanRule.PASSWORD_OF_THE_APPROVER_IS_NOT_FROM_THE_PROPOSER;
import static vn.soto.domain.plan.PlanRule.PASSWORD_OF_THE_PROPOSER_IS_NOT_FROM_THE_APPROVER;
import static vn.soto.domain.plan.PlanRule.PLAN_HAS_NOT_ENDED;
import static vn.soto.domain.plan.PlanRule.PLAN_HAS_STEPS;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_APPROVED_BY_SOMEONE_ELSE;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_APPROVED_ONCE;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_AS_IT_WAS_SHOWN;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_READY_TO_START;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_REVERSED_ONCE;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_TAKEN_BACK_BY_ITS_SENDER;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_UNDER_WAY;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_WHOLE;
import static vn.soto.domain.plan.PlanRule.PLAN_RESTS_AFTER_IT_HAD_STARTED;
import static vn.soto.domain.plan.PlanRule.PLAN_RESTS_AND_CAN_GO_ON;
import static vn.soto.domain.plan.PlanRule.PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON;
import static vn.soto.domain.plan.PlanRule.PROGRESS_FOLLOWS_PROGRESS;
import static vn.soto.domain.plan.PlanRule.PROPOSAL_HAS_ONE_STEP;
import static vn.soto.domain.plan.PlanRule.PROPOSER_AND_APPROVER_ARE_TWO_PERSONS;
import static vn.soto.domain.plan.PlanRule.REVERSAL_STRANDS_NO_RECORDS;
import static vn.soto.domain.plan.PlanRule.REVERSAL_THAT_STRANDS_IS_CONFIRMED;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
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
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStage;
import vn.soto.contracts.plan.PlanStage.Progress;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.access.PasswordProof;
import vn.soto.domain.access.TwoPersonGrants;
import vn.soto.domain.plan.InternalPlanCommand.RecordProgress;
import vn.soto.domain.plan.InternalPlanCommand.StartPlan;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.PlanCommand.AbandonPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanCommand.PausePlan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.UnitUses;

/** A plan, a sequence of commands with a commit each: its proposer, its approval and its progress. */
@AggregateRoot(type = "plan")
public final class Plan {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    @SuppressWarnings("NullAway.Init")
    private PlanId plan;

    @SuppressWarnings("NullAway.Init")
    private PlanKind kind;

    @SuppressWarnings("NullAway.Init")
    private String proposer;

    @SuppressWarnings("NullAway.Init")
    private Progress state;

    @SuppressWarnings("NullAway.Init")
    private String digest;

    private int parts;
    private int steps;
    private int run;
    private int reached;
    private int refused;
    private boolean approved;
    private boolean reversed;
    private int firstRefused = -1;

    Plan() {}

    /** Id of the one plan that undoes the given plan: a UUID of version 8, under which no client can submit a plan. */
    public static PlanId undoing(PlanId plan) {
        UUID hash = UUID.nameUUIDFromBytes(("undo " + plan).getBytes(StandardCharsets.UTF_8));
        long high = (hash.getMostSignificantBits() & ~0xF000L) | 0x8000L;
        return new PlanId(new UUID(high, hash.getLeastSignificantBits()).toString());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(
            SubmitPlan command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            RightHolders holders,
            TwoPersonGrants grants,
            PlannedCommands planned,
            ApprovalRight right,
            Clock clock) {
        Instant now = clock.instant();
        FreeText.checkNewId(command.plan());
        checkSteps(command, consulted);
        boolean needsApproval = command.kind() == PlanKind.PROPOSAL
                || policies.planNeedsTwo(command.commands(), VietnamTime.day(now))
                || grants.planNeedsTwo(
                        command.commands(), () -> planned.of(command.plan(), command.parts()), actor, now);
        apply(new PlanSubmitted(
                command.plan(),
                command.kind(),
                command.steps(),
                command.parts(),
                command.digest(),
                actor,
                needsApproval,
                command.undoes(),
                command.commands(),
                needsApproval ? right.secondPerson(command.commands(), actor, holders) : null));
        if (command.undoes() != null) {
            OpenPlans.close(command.undoes(), alsoWritten);
        }
        if (needsApproval) {
            WaitingPlans.begin(command.plan(), actor, policies.mostWaiting(), alsoWritten);
        } else {
            OpenPlans.open(command.plan(), alsoWritten);
        }
    }

    private static void checkSteps(SubmitPlan command, ReadOnlyAggregates consulted) {
        PLAN_HAS_STEPS.require(command.steps() > 0 && command.parts() > 0);
        PROPOSAL_HAS_ONE_STEP.require(command.kind() != PlanKind.PROPOSAL || command.steps() == 1);
        PLAN_IS_WHOLE.require(isWhole(command, consulted), command.parts());
    }

    private static boolean isWhole(SubmitPlan command, ReadOnlyAggregates consulted) {
        String last = PlanPart.idOf(command.plan(), command.parts() - 1);
        return consulted
                .find(PlanPart.class, last, part -> part.ends(command.digest(), command.steps()))
                .orElse(false);
    }

    @CommandHandler
    void decide(
            ApprovePlan command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.PROVEN) @Nullable Instant proven,
            CoWrittenAggregates alsoWritten,
            GrantedRights rights,
            ApprovalRight right,
            PlannedCommands planned,
            Clock clock) {
        LEDGER_SAYS_WHO_MAY_APPROVE.require(rights.areInForce());
        Instant now = clock.instant();
        PLAN_IS_APPROVED_BY_SOMEONE_ELSE.require(!rights.areOfOnePerson(actor, proposer, VietnamTime.day(now)));
        right.require(new AccountId(actor), plan, parts);
        PLAN_HAS_NOT_ENDED.require(!stage().hasEnded());
        PLAN_IS_APPROVED_ONCE.require(!stage().approved());
        requireTwoPersons(actor, rights.twoPersons(now));
        PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON.require(
                rights.isAnotherThanTheAuthor(actor, proposer, id, PlanSubmitted.class, now));
        PasswordProof.require(proven, now);
        PLAN_IS_AS_IT_WAS_SHOWN.require(
                command.content() == null || command.content().equals(planned.shown(plan, parts, digest)));
        boolean waited = state == Progress.AWAITING_APPROVAL;
        apply(new PlanApproved(plan, actor));
        if (waited) {
            WaitingPlans.end(plan, proposer, alsoWritten);
            OpenPlans.open(plan, alsoWritten);
        }
    }

    private void requireTwoPersons(String approver, SeparatePersons persons) {
        PASSWORD_OF_THE_PROPOSER_IS_NOT_FROM_THE_APPROVER.require(!persons.areOneByThePasswordOf(proposer, approver));
        PASSWORD_OF_THE_APPROVER_IS_NOT_FROM_THE_PROPOSER.require(!persons.areOneByThePasswordOf(approver, proposer));
        PROPOSER_AND_APPROVER_ARE_TWO_PERSONS.require(persons.are(approver, proposer));
    }

    @CommandHandler
    void decide(StartPlan command) {
        PLAN_IS_READY_TO_START.require(state == Progress.READY);
        apply(new PlanStarted(plan));
    }

    @CommandHandler
    void decide(RecordProgress command, CoWrittenAggregates alsoWritten) {
        PLAN_IS_UNDER_WAY.require(state == Progress.RUNNING || state == Progress.PAUSED);
        PROGRESS_FOLLOWS_PROGRESS.require(
                command.run() == run
                        && command.from() == reached
                        && command.reached() >= reached
                        && command.reached() <= steps,
                reached);
        apply(new PlanProgressed(
                plan,
                run,
                command.reached(),
                command.done(),
                command.repeated(),
                command.refused(),
                command.refusals()));
        if (kind.stopsAtARefusal() && !command.refusals().isEmpty()) {
            apply(new PlanStopped(plan, command.refusals().getFirst().step()));
            OpenPlans.close(plan, alsoWritten);
        } else if (reached == steps && kind == PlanKind.UNDO && refused > 0) {
            apply(new PlanStopped(plan, firstRefused));
            OpenPlans.close(plan, alsoWritten);
        } else if (reached == steps) {
            apply(new PlanCompleted(plan, run));
            OpenPlans.close(plan, alsoWritten);
        }
    }

    @CommandHandler
    void decide(PausePlan command, CoWrittenAggregates alsoWritten) {
        PLAN_IS_UNDER_WAY.require(stage().isUnderWay());
        apply(new PlanPaused(plan));
        OpenPlans.close(plan, alsoWritten);
    }

    @CommandHandler
    void decide(ResumePlan command, CoWrittenAggregates alsoWritten) {
        PLAN_RESTS_AND_CAN_GO_ON.require(stage().isResumable());
        boolean again = state == Progress.COMPLETED || reached == steps;
        apply(new PlanResumed(plan, again ? run + 1 : Math.max(run, 1), again ? 0 : reached));
        OpenPlans.open(plan, alsoWritten);
    }

    @CommandHandler
    void decide(AbandonPlan command, CoWrittenAggregates alsoWritten) {
        PLAN_HAS_NOT_ENDED.require(!stage().hasEnded());
        boolean waited = state == Progress.AWAITING_APPROVAL;
        apply(new PlanAbandoned(plan));
        if (waited) {
            WaitingPlans.end(plan, proposer, alsoWritten);
        }
        OpenPlans.close(plan, alsoWritten);
    }

    @CommandHandler
    void decide(
            ReversePlan command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.ROLES) @Nullable Set<Role> roles,
            CoWrittenAggregates alsoWritten,
            GrantedRights rights,
            UnitUses uses,
            Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        PLAN_IS_TAKEN_BACK_BY_ITS_SENDER.require(roles == null
                || roles.isEmpty()
                || roles.contains(Role.ADMINISTRATOR)
                || rights.areOfOnePerson(actor, proposer, today));
        PLAN_IS_REVERSED_ONCE.require(!stage().reversed());
        PLAN_RESTS_AFTER_IT_HAD_STARTED.require(stage().hasSomethingToReverse());
        UnitUses.Built built = uses.builtOn(plan, today);
        REVERSAL_STRANDS_NO_RECORDS.require(built.fixed() == 0, built.fixed(), built.households(), built.teams());
        REVERSAL_THAT_STRANDS_IS_CONFIRMED.require(
                built.equals(UnitUses.Built.NOTHING) || Boolean.TRUE.equals(command.confirmed()),
                built.teams(),
                built.households(),
                built.records(),
                built.units());
        apply(new PlanReversed(plan, undoing(plan)));
        OpenPlans.open(plan, alsoWritten);
    }

    private PlanStage stage() {
        return new PlanStage(state, run, refused, approved, reversed);
    }

    @EventHandler
    void evolve(PlanSubmitted event) {
        id = PlanEvent.idOf(event.plan());
        plan = event.plan();
        kind = event.kind();
        proposer = event.proposer();
        digest = event.digest();
        parts = event.parts();
        steps = event.steps();
        state = event.needsApproval() ? Progress.AWAITING_APPROVAL : Progress.READY;
    }

    @EventHandler
    void evolve(PlanApproved event) {
        approved = true;
        state = state == Progress.AWAITING_APPROVAL ? Progress.READY : state;
    }

    @EventHandler
    void evolve(PlanStarted event) {
        state = Progress.RUNNING;
        run = 1;
    }

    @EventHandler
    void evolve(PlanProgressed event) {
        reached = event.reached();
        refused = event.refused();
        if (firstRefused < 0 && !event.refusals().isEmpty()) {
            firstRefused = event.refusals().getFirst().step();
        }
    }

    @EventHandler
    void evolve(PlanPaused event) {
        state = Progress.PAUSED;
    }

    @EventHandler
    void evolve(PlanStopped event) {
        state = Progress.STOPPED;
    }

    @EventHandler
    void evolve(PlanResumed event) {
        state = Progress.RUNNING;
        run = event.run();
        reached = event.reached();
        firstRefused = reached == 0 ? -1 : firstRefused;
    }

    @EventHandler
    void evolve(PlanCompleted event) {
        state = Progress.COMPLETED;
    }

    @EventHandler
    void evolve(PlanAbandoned event) {
        state = Progress.ABANDONED;
    }

    @EventHandler
    void evolve(PlanReversed event) {
        reversed = true;
    }
}
