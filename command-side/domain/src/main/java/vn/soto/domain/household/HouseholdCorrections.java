package vn.soto.domain.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.household.HouseholdRule.ASSIGNMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.DEPARTURE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE;
import static vn.soto.domain.household.HouseholdRule.MOVE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.REFERENCE_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.household.HouseholdRule.RESIDENCE_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.household.HouseholdRule.RETURN_TO_CORRECT_IS_KNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectResidence;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReferenceCode;
import vn.soto.domain.shared.Rule;

/** Corrections of what was entered wrongly of one household: its code, and the days of its residence, responsibilities and moves. */
public record HouseholdCorrections(DatedChanges changes, DayHistory<UnitId> homes) {

    /** @param reference as it is now */
    void reference(CorrectHousehold command, String reference) {
        REFERENCE_CORRECTION_CHANGES_SOMETHING.require(!command.reference().equals(reference));
        checkReference(command.reference());
        apply(new ReferenceCorrected(command.household(), homes.latest(), command.reference()));
    }

    /** Checks the form of a household's code. */
    public static void checkReference(String reference) {
        ReferenceCode.check(
                reference, HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE, HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER);
    }

    void residence(CorrectResidence command, LocalDate today) {
        LocalDate entered = changes.livesSince();
        RESIDENCE_CORRECTION_CHANGES_SOMETHING.require(!Objects.equals(command.livesSince(), entered));
        changes.checkLivesSince(command.livesSince(), today);
        apply(new ResidenceCorrected(command.household(), homes.latest(), entered, command.livesSince()));
    }

    void assignment(CorrectAssignment command, ReadOnlyAggregates consulted) {
        LocalDate day = command.effectiveFrom();
        int place = place(command.enteredFrom(), day, DatedChanges::isDecidedCharge, ASSIGNMENT_TO_CORRECT_IS_KNOWN);
        HouseholdEvent entered = changes.at(place);
        Responsible to = DatedChanges.after(entered);
        if (to != null) {
            ResidenceRules.checkResponsible(to, homes.on(day), day, consulted);
        }
        List<AssignmentCorrected> told = changes.placesToMove(place, day).stream()
                .flatMap(each -> redate(each, day).stream())
                .toList();
        told.forEach(AggregateLifecycle::apply);
    }

    void relocation(
            CorrectRelocation command,
            Responsibilities charges,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies) {
        LocalDate right = command.effectiveFrom();
        if (right == null) {
            boolean ended = takeBack(command);
            charges.moveTakenBack(command.enteredFrom(), ended, consulted, alsoWritten, policies);
        } else {
            redate(command, right);
        }
    }

    /**
     * Nor did the household move as it replaced on its own day.
     *
     * @return whether a responsibility that ended with the move goes on
     */
    private boolean takeBack(CorrectRelocation command) {
        LocalDate entered = command.enteredFrom();
        int place = changes.find(entered, HouseholdRelocated.class::isInstance)
                .orElseThrow(() -> MOVE_TO_CORRECT_IS_KNOWN.refused(entered));
        boolean goesOn = false;
        for (int each : changes.placesToMove(place, entered)) {
            HouseholdRelocated moved = (HouseholdRelocated) changes.at(each);
            List<Responsible> responsible = changes.responsibleUntil(each);
            DayHistory<UnitId> without = homes.copy();
            without.remove(entered, new DayHistory.Meant<>(moved.unit()::equals, moved.from()::equals));
            apply(new RelocationWithdrawn(
                    command.household(),
                    without.latest(),
                    moved.from(),
                    moved.unit(),
                    entered,
                    responsible,
                    changes.untold(each, responsible)));
            goesOn |= !responsible.isEmpty();
        }
        return goesOn;
    }

    /** A responsibility that ended with the move ends on the right day too. */
    private void redate(CorrectRelocation command, LocalDate day) {
        int place = place(command.enteredFrom(), day, HouseholdRelocated.class::isInstance, MOVE_TO_CORRECT_IS_KNOWN);
        for (int each : changes.placesToMove(place, day)) {
            HouseholdRelocated moved = (HouseholdRelocated) changes.at(each);
            apply(new RelocationCorrected(
                    command.household(), homes.latest(), moved.from(), moved.unit(), command.enteredFrom(), day));
            endsToo(each, day);
        }
    }

    /** A responsibility that ended with the departure ends on the right day too. */
    void departure(CorrectDeparture command) {
        LocalDate day = command.effectiveFrom();
        int place = place(command.enteredFrom(), day, HouseholdLeft.class::isInstance, DEPARTURE_TO_CORRECT_IS_KNOWN);
        apply(new DepartureCorrected(
                command.household(), homes.latest(), changes.at(place).unit(), command.enteredFrom(), day));
        endsToo(place, day);
    }

    void comingBack(CorrectReturn command) {
        LocalDate day = command.effectiveFrom();
        int place = place(command.enteredFrom(), day, HouseholdReturned.class::isInstance, RETURN_TO_CORRECT_IS_KNOWN);
        apply(new ReturnCorrected(
                command.household(), homes.latest(), changes.at(place).unit(), command.enteredFrom(), day));
    }

    /** The place of the change that was entered for a day and may have another. */
    private int place(LocalDate entered, LocalDate day, Predicate<HouseholdEvent> kind, Rule known) {
        int place = changes.find(entered, kind).orElseThrow(() -> known.refused(entered));
        changes.checkDay(place, day);
        return place;
    }

    private void endsToo(int place, LocalDate day) {
        if (changes.endedBy(place).isPresent()) {
            redate(place + 1, day).ifPresent(AggregateLifecycle::apply);
        }
    }

    /**
     * The team before the change is told, and that which was before it when it was recorded: each folds its own events.
     *
     * @return event for the latter; behind all others of the command, a fold of the whole household finds no such change any more
     */
    private Optional<AssignmentCorrected> redate(int place, LocalDate day) {
        HouseholdEvent entered = changes.at(place);
        Responsible before = changes.before(place);
        Responsible recorded = DatedChanges.before(entered);
        LocalDate from = changes.day(place);
        apply(corrected(entered, before, from, day));
        return Optional.ofNullable(recorded)
                .filter(told -> before == null || !told.team().equals(before.team()))
                .map(told -> corrected(entered, told, from, day));
    }

    private AssignmentCorrected corrected(
            HouseholdEvent entered, @Nullable Responsible before, LocalDate from, LocalDate day) {
        return new AssignmentCorrected(
                entered.household(), homes.latest(), before, DatedChanges.after(entered), from, day);
    }
}
