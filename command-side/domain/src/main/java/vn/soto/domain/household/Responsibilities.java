package vn.soto.domain.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.household.HouseholdRule.ASSIGNMENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.CARRIED_HOUSEHOLD_HAS_NO_CHANGE_BETWEEN;
import static vn.soto.domain.household.HouseholdRule.COMING_RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_PASSES_TO_SOMEONE_ELSE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdDay;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.DatedChanges.Change;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Caseload;
import vn.soto.domain.team.Team;

/** Decides who is responsible for a household from which day on; a change may be put before a coming one. */
record Responsibilities(HouseholdId id, DatedChanges changes, DayHistory<UnitId> homes) {

    void assign(
            AssignHousehold command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            LocalDate today) {
        LocalDate from = command.effectiveFrom();
        checkOrder(from, today);
        Responsible to = new Responsible(command.team(), command.member());
        Responsible before = on(from);
        HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET.require(new HouseholdDay(
                        true, before != null, before != null && !ResidenceRules.isActive(before, from, consulted))
                .isFree());
        check(to, from, consulted);
        if (before != null) {
            pass(before, to, from, alsoWritten, policies);
            return;
        }
        apply(new HouseholdAssigned(id, homes.latest(), to, from));
        tellNext(to, from);
        if (isLast(from)) {
            Caseload.take(to, policies.on(from).householdsPerMember(), alsoWritten);
        }
        changes.departureAfter(from)
                .filter(day -> to.equals(on(day)))
                .ifPresent(day -> end(to, UnassignmentCause.LEFT, day, alsoWritten, policies));
    }

    void reassign(
            ReassignHousehold command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            LocalDate today) {
        LocalDate day = command.effectiveFrom();
        checkOrder(day, today);
        Responsible from = someoneOn(day);
        Responsible to = new Responsible(command.team(), command.member());
        HOUSEHOLD_PASSES_TO_SOMEONE_ELSE.require(!to.equals(from));
        check(to, day, consulted);
        pass(from, to, day, alsoWritten, policies);
    }

    void unassign(UnassignHousehold command, CoWrittenAggregates alsoWritten, Policies policies, LocalDate today) {
        LocalDate day = command.effectiveFrom();
        checkOrder(day, today);
        Responsible from = someoneOn(day);
        end(from, UnassignmentCause.DECIDED, day, alsoWritten, policies);
    }

    void end(
            Responsible from,
            UnassignmentCause cause,
            LocalDate day,
            CoWrittenAggregates alsoWritten,
            Policies policies) {
        apply(new HouseholdUnassigned(id, homes.latest(), from, cause, day));
        if (isLast(day)) {
            Caseload.give(from, policies.on(day).householdsPerMember(), alsoWritten);
        }
    }

    /** Ends the responsibility in force on a day and all later ones, each from its first day on. */
    void endAll(UnassignmentCause cause, LocalDate day, CoWrittenAggregates alsoWritten, Policies policies) {
        List<Change> coming = changes.comingCharges(day);
        changes.responsible(day).ifPresent(from -> end(from, cause, day, alsoWritten, policies));
        for (Change each : coming) {
            Responsible to = DatedChanges.after(each.event());
            if (to != null && to.equals(on(each.day()))) {
                end(to, cause, each.day(), alsoWritten, policies);
            }
        }
    }

    /**
     * A member of an absorbed team who is responsible on a day, or from a later one, stays responsible in the team that
     * goes on.
     *
     * @param before as a member of the absorbed team
     */
    void carryOver(Responsible before, Responsible to, LocalDate since) {
        if (before.equals(on(since))) {
            carry(before, to, since);
        }
        changes.comingCharges(since).stream()
                .filter(coming -> before.equals(DatedChanges.after(coming.event())))
                .map(Change::day)
                .distinct()
                .filter(day -> before.equals(on(day)))
                .forEach(day -> carry(before, to, day));
    }

    /** Returns the number of events. */
    private int carry(Responsible before, Responsible to, LocalDate day) {
        apply(new HouseholdReassigned(id, homes.latest(), before, to, day));
        return tellNext(to, day) ? 2 : 1;
    }

    /**
     * A responsibility carried over by a consolidation gets its right day, or goes back if that is taken back.
     * Decisions for later days stay; they do not lie between the two days.
     *
     * @return number of events
     */
    int carryBack(HouseholdReassigned carried, LocalDate entered, @Nullable LocalDate right) {
        Optional<Integer> place = changes.findFrom(
                entered,
                change -> change instanceof HouseholdReassigned passed
                        && passed.from().equals(carried.from())
                        && passed.to().equals(carried.to()));
        LocalDate day = place.map(changes::day).orElse(entered);
        Responsible now = on(day);
        // A responsibility that was to come passed on its own day, which the right one does not reach.
        boolean later = right != null && day.isAfter(entered) && !right.isAfter(day);
        if (place.isEmpty() || later || carried.from().equals(now)) {
            return 0;
        }
        boolean last = carried.to().equals(now);
        if (right != null) {
            return carryTo(carried, place.get(), last, right);
        }
        return last ? carry(carried.to(), carried.from(), day) : 0;
    }

    /** @param last whether nothing else was decided for the day as entered */
    private int carryTo(HouseholdReassigned carried, int place, boolean last, LocalDate right) {
        LocalDate entered = changes.day(place);
        changes.chargeBetween(place, right).ifPresent(day -> {
            throw CARRIED_HOUSEHOLD_HAS_NO_CHANGE_BETWEEN.refused(id.value(), day);
        });
        if (last && changes.mayMove(place, right)) {
            apply(new AssignmentCorrected(id, homes.latest(), carried.from(), carried.to(), entered, right));
            return 1;
        }
        // A move lies between the two days, past which the change is not shifted.
        if (right.isAfter(entered)) {
            apply(new HouseholdReassigned(id, homes.latest(), carried.to(), carried.from(), entered));
        }
        apply(new HouseholdReassigned(id, homes.latest(), carried.from(), carried.to(), right));
        return right.isAfter(entered) ? 2 : 1;
    }

    /** Checks that each team responsible from a later day on covers the unit in which the household then lives until its next move. */
    void checkComing(LocalDate day, UnitId unit, ReadOnlyAggregates consulted) {
        LocalDate next = homes.daysFrom(day.plusDays(1)).skip(1).findFirst().orElse(Days.LAST);
        for (Change coming : changes.comingCharges(day)) {
            Responsible to = on(coming.day());
            if (to != null && coming.day().isBefore(next)) {
                COMING_RESPONSIBLE_TEAM_COVERS_HOUSEHOLD.require(
                        Team.covers(to.team(), unit, coming.day(), consulted), coming.day());
            }
        }
    }

    /**
     * Whoever was responsible before a move that was taken back stays until the next change, a departure or a move out of their team's area.
     *
     * @param ended whether the responsibility had ended with the move
     */
    void moveTakenBack(
            LocalDate day,
            boolean ended,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies) {
        checkComing(day.minusDays(1), homes.on(day), consulted);
        Responsible to = on(day);
        if (!ended || to == null) {
            return;
        }
        tellNext(to, day);
        if (isLast(day)) {
            Caseload.take(to, policies.on(day).householdsPerMember(), alsoWritten);
        }
        LocalDate gone = changes.departureAfter(day).orElse(Days.LAST);
        LocalDate out = homes.daysFrom(day)
                .skip(1)
                .filter(each -> !Team.covers(to.team(), homes.on(each), each, consulted))
                .findFirst()
                .orElse(Days.LAST);
        LocalDate end = out.isBefore(gone) ? out : gone;
        if (end.isBefore(Days.LAST) && to.equals(on(end))) {
            UnassignmentCause cause =
                    end.equals(gone) ? UnassignmentCause.LEFT : UnassignmentCause.MOVED_OUT_OF_COVERAGE;
            end(to, cause, end, alsoWritten, policies);
        }
    }

    private @Nullable Responsible on(LocalDate day) {
        return changes.responsible(day).orElse(null);
    }

    private Responsible someoneOn(LocalDate day) {
        return changes.responsible(day).orElseThrow(HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER::refused);
    }

    /**
     * Checks that the new responsible team covers the household, also where it moves before the next responsibility
     * begins.
     */
    private void check(Responsible to, LocalDate day, ReadOnlyAggregates consulted) {
        ResidenceRules.checkResponsible(to, homes.on(day), day, consulted);
        LocalDate next =
                changes.comingCharges(day).stream().map(Change::day).findFirst().orElse(day);
        homes.daysFrom(day)
                .skip(1)
                .filter(each -> each.isBefore(next))
                .forEach(each -> ResidenceRules.checkCovers(to, homes.on(each), each, consulted));
    }

    private void checkOrder(LocalDate day, LocalDate today) {
        LocalDate last = changes.lastUntil(today);
        ASSIGNMENTS_ARE_IN_ORDER.require(!day.isBefore(last), last);
    }

    private void pass(
            Responsible from, Responsible to, LocalDate day, CoWrittenAggregates alsoWritten, Policies policies) {
        apply(new HouseholdReassigned(id, homes.latest(), from, to, day));
        tellNext(to, day);
        if (isLast(day)) {
            Caseload.move(from, to, policies.on(day).householdsPerMember(), alsoWritten);
        }
    }

    /** Whether nothing about responsibility is recorded for a later day. */
    private boolean isLast(LocalDate day) {
        return changes.comingCharges(day).isEmpty();
    }

    /**
     * The next change, if any, is told to the team put before it, too, because a team's figures read only events that
     * concern the team.
     */
    private boolean tellNext(Responsible to, LocalDate day) {
        Optional<Change> untold = changes.comingCharges(day).stream()
                .findFirst()
                .filter(next -> !next.event().tags().contains("team:" + to.team()));
        untold.ifPresent(next -> apply(new AssignmentCorrected(
                id, homes.latest(), to, DatedChanges.after(next.event()), next.day(), next.day())));
        return untold.isPresent();
    }
}
