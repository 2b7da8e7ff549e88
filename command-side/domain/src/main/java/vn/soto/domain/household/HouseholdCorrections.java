package vn.soto.domain.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.household.HouseholdRule.ASSIGNMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.MOVE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.REFERENCE_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.household.HouseholdRule.RESIDENCE_CORRECTION_CHANGES_SOMETHING;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectResidence;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** Corrections of what was entered wrongly of one household: its code, and the days of its residence, responsibilities and moves. */
record HouseholdCorrections(DatedChanges changes, ResidenceHistory homes) {

    /** @param reference as it is now */
    void reference(CorrectHousehold command, String reference) {
        FreeText.checkReason(command.reason());
        REFERENCE_CORRECTION_CHANGES_SOMETHING.require(!command.reference().equals(reference));
        Household.checkReference(command.reference());
        apply(new ReferenceCorrected(command.household(), homes.latest(), command.reference()));
    }

    void residence(CorrectResidence command, LocalDate today) {
        FreeText.checkReason(command.reason());
        LocalDate entered = changes.livesSince();
        RESIDENCE_CORRECTION_CHANGES_SOMETHING.require(!Objects.equals(command.livesSince(), entered));
        changes.checkLivesSince(command.livesSince(), today);
        apply(new ResidenceCorrected(command.household(), homes.latest(), entered, command.livesSince()));
    }

    void assignment(CorrectAssignment command, ReadOnlyAggregates consulted) {
        FreeText.checkReason(command.reason());
        int place = changes.find(command.enteredFrom(), DatedChanges::isDecidedCharge)
                .orElseThrow(() -> ASSIGNMENT_TO_CORRECT_IS_KNOWN.refused(command.enteredFrom()));
        LocalDate day = command.effectiveFrom();
        changes.checkDay(place, day);
        HouseholdEvent entered = changes.at(place);
        Responsible to = after(entered);
        if (to != null) {
            ResidenceRules.checkResponsible(to, homes.on(day), day, consulted);
        }
        apply(new AssignmentCorrected(
                command.household(), homes.latest(), before(entered), to, command.enteredFrom(), day));
    }

    /** A responsibility that ended with the move ends on the right day too. */
    void relocation(CorrectRelocation command) {
        FreeText.checkReason(command.reason());
        int place = changes.find(command.enteredFrom(), HouseholdRelocated.class::isInstance)
                .orElseThrow(() -> MOVE_TO_CORRECT_IS_KNOWN.refused(command.enteredFrom()));
        LocalDate day = command.effectiveFrom();
        changes.checkDay(place, day);
        HouseholdRelocated moved = (HouseholdRelocated) changes.at(place);
        var ended = changes.endedBy(place);
        apply(new RelocationCorrected(
                command.household(), homes.latest(), moved.from(), moved.unit(), command.enteredFrom(), day));
        ended.ifPresent(charge -> apply(new AssignmentCorrected(
                command.household(), homes.latest(), charge.from(), null, command.enteredFrom(), day)));
    }

    private static @Nullable Responsible before(HouseholdEvent charge) {
        return switch (charge) {
            case HouseholdReassigned passed -> passed.from();
            case HouseholdUnassigned ended -> ended.from();
            default -> null;
        };
    }

    private static @Nullable Responsible after(HouseholdEvent charge) {
        return switch (charge) {
            case HouseholdAssigned assigned -> assigned.to();
            case HouseholdReassigned passed -> passed.to();
            default -> null;
        };
    }
}
