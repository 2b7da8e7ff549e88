package vn.soto.domain.support;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.support.SupportRule.REQUEST_COMES_FROM_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.support.SupportRule.REQUEST_HAS_SOME_TOPIC;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_CLOSED;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_NOT_CLOSED;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_RESOLVED_BY_A_MEMBER;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_TAKEN;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_TAKEN_BY_A_MEMBER;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_TAKEN_ONCE;
import static vn.soto.domain.support.SupportRule.REQUEST_NAMES_EITHER_A_HOUSEHOLD_OR_A_UNIT;
import static vn.soto.domain.support.SupportRule.REQUEST_STEPS_ARE_IN_ORDER;
import static vn.soto.domain.support.SupportRule.REQUEST_STEP_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.support.SupportRule.RESOLVING_ASSISTANCE_COUNTS_FOR_THE_TEAM;
import static vn.soto.domain.support.SupportRule.RESOLVING_ASSISTANCE_WAS_GIVEN_AFTER_THE_REQUEST;
import static vn.soto.domain.support.SupportRule.TAKING_TEAM_COVERS_UNIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.RequestStage;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.household.Household;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/**
 * A citizen's support request. It waits until a member of a team that covers its unit takes it, and is closed when it
 * is resolved or declined. A closed request can be reopened. Lateness is not stored: it follows from the due day.
 */
@AggregateRoot(type = "support-request")
public final class SupportRequest {

    @AggregateIdentifier
    private SupportRequestId id;

    private UnitId unit;
    private @Nullable HouseholdId household;
    private LocalDate receivedOn;
    private LocalDate dueOn;
    private LocalDate lastStep;
    private @Nullable Charge charge;
    private boolean closed;
    private @Nullable AssistanceId settledWith;

    private record Charge(TeamId team, MemberId member) {}

    @SuppressWarnings("NullAway.Init")
    SupportRequest() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(ReceiveSupportRequest command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        LocalDate day = command.receivedOn();
        FreeText.checkNewId(command.request());
        checkDay(day, clock);
        REQUEST_HAS_SOME_TOPIC.require(!command.topics().isEmpty());
        apply(new SupportRequestReceived(
                command.request(),
                unit(command, VietnamTime.day(clock.instant()), consulted),
                command.household(),
                command.source(),
                command.topics(),
                day,
                day.plusDays(policies.on(day).requestDueDays()),
                command.requesterName(),
                command.phone(),
                command.note()));
    }

    @CommandHandler
    void decide(TakeSupportRequest command, ReadOnlyAggregates consulted, Clock clock) {
        TeamId team = command.team();
        MemberId member = command.member();
        LocalDate day = command.takenOn();
        REQUEST_IS_NOT_CLOSED.require(stage().isOpen());
        REQUEST_IS_TAKEN_ONCE.require(stage().isFree());
        checkStep(day, clock);
        TAKING_TEAM_COVERS_UNIT.require(Team.covers(team, unit, day, consulted), day);
        REQUEST_IS_TAKEN_BY_A_MEMBER.require(wasActive(team, member, day, consulted), day);
        apply(new SupportRequestTaken(id, unit, team, member, day));
    }

    @CommandHandler
    void decide(ReleaseSupportRequest command, Clock clock) {
        Charge given = charge();
        checkStep(command.releasedOn(), clock);
        apply(new SupportRequestReleased(id, unit, given.team, given.member, command.releasedOn()));
    }

    @CommandHandler
    void decide(ResolveSupportRequest command, ReadOnlyAggregates consulted, Clock clock) {
        Charge by = charge();
        LocalDate day = command.resolvedOn();
        checkStep(day, clock);
        REQUEST_IS_RESOLVED_BY_A_MEMBER.require(wasActive(by.team, by.member, day, consulted), day);
        if (command.assistance() != null) {
            checkHelp(command.assistance(), by.team, consulted);
        }
        LocalDate due = dueOn;
        apply(new SupportRequestResolved(id, unit, by.team, by.member, command.outcome(), command.assistance(), day));
        if (day.isAfter(due)) {
            apply(new SupportRequestFlaggedLate(id, unit, by.team, due, day));
        }
    }

    private void checkHelp(AssistanceId help, TeamId team, ReadOnlyAggregates consulted) {
        RESOLVING_ASSISTANCE_COUNTS_FOR_THE_TEAM.require(
                consulted.ask(Assistance.class, help, given -> given.countsFor(team)));
        LocalDate given = consulted.ask(Assistance.class, help, Assistance::day);
        RESOLVING_ASSISTANCE_WAS_GIVEN_AFTER_THE_REQUEST.require(!given.isBefore(receivedOn), given, receivedOn);
    }

    @CommandHandler
    void decide(DeclineSupportRequest command, Clock clock) {
        REQUEST_IS_NOT_CLOSED.require(stage().isOpen());
        checkStep(command.declinedOn(), clock);
        apply(new SupportRequestDeclined(id, unit, teamInCharge(), command.why(), command.declinedOn()));
    }

    @CommandHandler
    void decide(ReopenSupportRequest command, Policies policies, Clock clock) {
        LocalDate day = command.reopenedOn();
        REQUEST_IS_CLOSED.require(stage().closed());
        checkStep(day, clock);
        reopen(day, policies);
    }

    private void reopen(LocalDate day, Policies policies) {
        apply(new SupportRequestReopened(
                id, unit, teamInCharge(), day, day.plusDays(policies.on(day).requestDueDays())));
    }

    /** The help is taken back: what was resolved with it waits again. */
    void withdraw(AssistanceId help, Policies policies, Clock clock) {
        if (help.equals(settledWith)) {
            reopen(VietnamTime.day(clock.instant()), policies);
        }
    }

    /**
     * Unit from which the request comes, through its successors by the day of receipt. If these are several, a
     * household is still in the old unit, and a sender who names the unit names the new one. A household's unit is the
     * one where it lives today, whatever move is to come.
     */
    private static UnitId unit(ReceiveSupportRequest command, LocalDate today, ReadOnlyAggregates consulted) {
        UnitId unit = Unit.lineage(command.receivedOn(), consulted)
                .of(recorded(command, today, consulted))
                .unit();
        if (command.household() == null) {
            Unit.checkTakesNew(unit, command.receivedOn(), consulted);
        }
        return unit;
    }

    private static UnitId recorded(ReceiveSupportRequest command, LocalDate today, ReadOnlyAggregates consulted) {
        boolean either = (command.household() == null) != (command.unit() == null);
        REQUEST_NAMES_EITHER_A_HOUSEHOLD_OR_A_UNIT.require(either);
        if (command.household() != null) {
            return consulted.ask(Household.class, command.household(), asked -> asked.unitOn(today));
        }
        UnitId unit = Optional.ofNullable(command.unit()).orElseThrow();
        REQUEST_COMES_FROM_A_RESIDENTIAL_UNIT.require(consulted.ask(Unit.class, unit, Unit::residential));
        return unit;
    }

    private static boolean wasActive(TeamId team, MemberId member, LocalDate day, ReadOnlyAggregates consulted) {
        return consulted.ask(Team.class, team, asked -> asked.wasActive(member, day));
    }

    private RequestStage stage() {
        return new RequestStage(closed, charge != null);
    }

    private void checkStep(LocalDate day, Clock clock) {
        checkDay(day, clock);
        REQUEST_STEPS_ARE_IN_ORDER.require(!day.isBefore(lastStep), lastStep);
    }

    private static void checkDay(LocalDate day, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        REQUEST_STEP_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
    }

    /** The member in charge of the open request. */
    private Charge charge() {
        REQUEST_IS_NOT_CLOSED.require(stage().isOpen());
        return Optional.ofNullable(charge).orElseThrow(REQUEST_IS_TAKEN::refused);
    }

    private @Nullable TeamId teamInCharge() {
        return charge == null ? null : charge.team;
    }

    /** The team that has taken the request; empty while nobody has. */
    public Optional<TeamId> takenBy() {
        return Optional.ofNullable(teamInCharge());
    }

    /** Residential unit from which the request comes. */
    public UnitId unit() {
        return unit;
    }

    /**
     * Household under whose key the requester's data are sealed; absent if they are sealed under the request's own key.
     */
    public @Nullable HouseholdId household() {
        return household;
    }

    /** Day on which the request was closed; empty while it is open. */
    public Optional<LocalDate> closedOn() {
        return closed ? Optional.of(lastStep) : Optional.empty();
    }

    @EventHandler
    void evolve(SupportRequestReceived event) {
        id = event.request();
        unit = event.unit();
        household = event.household();
        receivedOn = event.receivedOn();
        dueOn = event.dueOn();
        lastStep = event.receivedOn();
    }

    @EventHandler
    void evolve(SupportRequestTaken event) {
        charge = new Charge(event.team(), event.member());
        lastStep = event.takenOn();
    }

    @EventHandler
    void evolve(SupportRequestReleased event) {
        charge = null;
        lastStep = event.releasedOn();
    }

    @EventHandler
    void evolve(SupportRequestResolved event) {
        closed = true;
        settledWith = event.assistance();
        lastStep = event.resolvedOn();
    }

    @EventHandler
    void evolve(SupportRequestDeclined event) {
        closed = true;
        lastStep = event.declinedOn();
    }

    @EventHandler
    void evolve(SupportRequestReopened event) {
        closed = false;
        settledWith = null;
        charge = null;
        dueOn = event.dueOn();
        lastStep = event.reopenedOn();
    }
}
