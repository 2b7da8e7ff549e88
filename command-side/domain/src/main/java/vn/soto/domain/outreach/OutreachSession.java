package vn.soto.domain.outreach;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.outreach.OutreachRule.ATTENDANCE_IS_A_NUMBER_OF_PEOPLE;
import static vn.soto.domain.outreach.OutreachRule.HOLDERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.outreach.OutreachRule.NEWCOMERS_ATTENDED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_HAS_SOME_TOPIC;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_CANCELLED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_HELD_IN_THE_FUTURE;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_HELD_TWICE;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_VOIDED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_VOIDED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_TEAM_COVERS_UNIT;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_WAS_HELD;
import static vn.soto.domain.outreach.OutreachRule.RESCHEDULING_CHANGES_THE_TIME;
import static vn.soto.domain.shared.CommonRule.WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.outreach.OutreachStage;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.OwnCorrection;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.RestoreOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/**
 * An outreach session of a team in a residential unit: planned, then held or cancelled. The team must cover the unit on
 * the planned day and on the day of the session. A session from before a change of coverage can still be entered.
 */
@AggregateRoot(type = "outreach")
public final class OutreachSession {

    public static final int MOST_HOLDERS = 20;

    /**
     * Largest attendance; below the smallest phone or citizen number, so that none can be recorded as a count by
     * mistake.
     */
    public static final int LARGEST_ATTENDANCE = 100_000;

    @AggregateIdentifier
    private OutreachId id;

    private OutreachScheduled scheduled;
    private Instant startsAt;
    private @Nullable Holding holding;
    private boolean cancelled;
    private boolean voided;

    @SuppressWarnings("NullAway.Init")
    OutreachSession() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(ScheduleOutreach command, ReadOnlyAggregates consulted) {
        FreeText.checkNewId(command.session());
        plan(
                new OutreachScheduled(
                        command.session(),
                        command.team(),
                        command.unit(),
                        command.startsAt(),
                        command.topics(),
                        command.channel()),
                consulted);
    }

    /** Such a session was planned for the beginning of its day. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordOutreach command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        FreeText.checkNewId(command.session());
        plan(
                new OutreachScheduled(
                        command.session(),
                        command.team(),
                        command.unit(),
                        VietnamTime.start(command.holding().heldOn()),
                        command.topics(),
                        command.channel()),
                consulted);
        hold(command.holding(), consulted, policies, clock);
    }

    private void plan(OutreachScheduled plan, ReadOnlyAggregates consulted) {
        OUTREACH_HAS_SOME_TOPIC.require(!plan.topics().isEmpty());
        checkPlan(plan.team(), plan.unit(), VietnamTime.day(plan.startsAt()), consulted);
        apply(plan);
    }

    @CommandHandler
    void decide(RescheduleOutreach command, ReadOnlyAggregates consulted) {
        checkPlanned();
        RESCHEDULING_CHANGES_THE_TIME.require(!command.startsAt().equals(startsAt));
        checkPlan(scheduled.team(), scheduled.unit(), VietnamTime.day(command.startsAt()), consulted);
        apply(new OutreachRescheduled(id, scheduled.team(), scheduled.unit(), command.startsAt()));
    }

    @CommandHandler
    void decide(HoldOutreach command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        checkPlanned();
        hold(command.holding(), consulted, policies, clock);
    }

    private void hold(Holding stated, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        check(stated, consulted, clock);
        apply(new OutreachHeld(id, scheduled.team(), scheduled.unit(), stated));
        flag(stated, policies);
    }

    @CommandHandler
    void decide(CancelOutreach command) {
        checkPlanned();
        apply(new OutreachCancelled(id, scheduled.team(), scheduled.unit()));
    }

    @CommandHandler
    void decide(CorrectOutreach command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        checkCorrection(command);
        OUTREACH_CORRECTION_CHANGES_SOMETHING.require(!command.holding().equals(holding));
        check(command.holding(), consulted, clock);
        apply(new OutreachCorrected(id, scheduled.team(), scheduled.unit(), command.holding(), command.by()));
        flag(command.holding(), policies);
    }

    @CommandHandler
    void decide(VoidOutreach command) {
        checkCorrection(command);
        apply(new OutreachVoided(id, scheduled.team(), scheduled.unit(), command.by()));
    }

    @CommandHandler
    void decide(RestoreOutreach command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        Holding held = Optional.ofNullable(holding)
                .filter(told -> stage().isRestorable())
                .orElseThrow(OUTREACH_IS_VOIDED::refused);
        check(held, consulted, clock);
        apply(new OutreachCorrected(id, scheduled.team(), scheduled.unit(), held));
        flag(held, policies);
    }

    private OutreachStage stage() {
        return new OutreachStage(holding != null, cancelled, voided);
    }

    private void checkPlanned() {
        OutreachStage stage = stage();
        OUTREACH_IS_NOT_CANCELLED.require(!stage.cancelled());
        OUTREACH_IS_NOT_VOIDED.require(!stage.voided());
        OUTREACH_IS_NOT_HELD_TWICE.require(!stage.held());
    }

    private void checkCorrection(OwnCorrection command) {
        Holding held = Optional.ofNullable(holding).orElseThrow(OUTREACH_WAS_HELD::refused);
        OUTREACH_IS_NOT_VOIDED.require(!stage().voided());
        WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT.require(
                command.by() == null || held.holders().contains(command.by()));
    }

    private void check(Holding stated, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate day = stated.heldOn();
        LocalDate today = VietnamTime.day(clock.instant());
        List<MemberId> holders = stated.holders();
        OUTREACH_IS_NOT_HELD_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
        ATTENDANCE_IS_A_NUMBER_OF_PEOPLE.require(
                stated.attendance() >= 0 && stated.attendance() <= LARGEST_ATTENDANCE, LARGEST_ATTENDANCE);
        Integer newcomers = stated.newcomers();
        NEWCOMERS_ATTENDED.require(
                newcomers == null || (newcomers >= 0 && newcomers <= stated.attendance()), stated.attendance());
        OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS.require(
                !holders.isEmpty() && holders.size() <= MOST_HOLDERS, MOST_HOLDERS);
        HOLDERS_WERE_MEMBERS_ON_THAT_DAY.require(
                consulted.ask(
                        Team.class,
                        scheduled.team(),
                        team -> holders.stream().allMatch(holder -> team.wasActive(holder, day))),
                day);
        checkCoverage(scheduled.team(), scheduled.unit(), day, consulted);
    }

    /** A session that was planned before the unit ended may still be entered; none is planned for a day after. */
    private static void checkPlan(TeamId team, UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        Unit.checkTakesNew(unit, day, consulted);
        checkCoverage(team, unit, day, consulted);
    }

    private static void checkCoverage(TeamId id, UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        OUTREACH_TEAM_COVERS_UNIT.require(Team.covers(id, unit, day, consulted), day);
    }

    /**
     * Flags estimates, and an attendance above the number of households that the policy expects of the holders; the
     * latter is possible but worth a review.
     */
    private void flag(Holding stated, Policies policies) {
        if (stated.basis() == CountBasis.ESTIMATE) {
            apply(new OutreachFlaggedEstimated(id, scheduled.team(), scheduled.unit(), stated.attendance()));
        }
        long plausible = (long) policies.on(stated.heldOn()).householdsPerMember()
                * stated.holders().size();
        if (stated.attendance() > plausible) {
            apply(new OutreachFlaggedImplausible(
                    id, scheduled.team(), scheduled.unit(), stated.attendance(), plausible));
        }
    }

    /** The team that holds the session. */
    public TeamId team() {
        return scheduled.team();
    }

    @EventHandler
    void evolve(OutreachScheduled event) {
        id = event.session();
        scheduled = event;
        startsAt = event.startsAt();
    }

    @EventHandler
    void evolve(OutreachRescheduled event) {
        startsAt = event.startsAt();
    }

    @EventHandler
    void evolve(OutreachHeld event) {
        holding = event.holding();
    }

    @EventHandler
    void evolve(OutreachCancelled event) {
        cancelled = true;
    }

    @EventHandler
    void evolve(OutreachCorrected event) {
        holding = event.holding();
        voided = false;
    }

    @EventHandler
    void evolve(OutreachVoided event) {
        voided = true;
    }
}
