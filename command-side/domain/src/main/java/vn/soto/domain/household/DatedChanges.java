package vn.soto.domain.household;

import static vn.soto.domain.household.HouseholdRule.CORRECTED_DAY_DIFFERS;
import static vn.soto.domain.household.HouseholdRule.CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.domain.shared.Days;

/** The dated changes of a household: in the order of recording, which is the order of their days. */
final class DatedChanges {

    private final List<Change> changes = new ArrayList<>();

    /** @param day as now known; the event has the one entered first */
    record Change(LocalDate day, HouseholdEvent event) {}

    /** Day of the last one. */
    LocalDate last() {
        return changes.isEmpty() ? LocalDate.MIN : changes.getLast().day;
    }

    /** The place of the last change of a kind that has this day. */
    Optional<Integer> find(LocalDate day, Predicate<HouseholdEvent> kind) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).day.equals(day) && kind.test(changes.get(i).event)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    HouseholdEvent at(int place) {
        return changes.get(place).event;
    }

    /** The end of a responsibility that the move at this place brought about. */
    Optional<HouseholdUnassigned> endedBy(int place) {
        return place + 1 < changes.size()
                        && changes.get(place + 1).event instanceof HouseholdUnassigned ended
                        && ended.cause() == UnassignmentCause.MOVED_OUT_OF_COVERAGE
                ? Optional.of(ended)
                : Optional.empty();
    }

    /** Whether a change may have that day instead: another one, and not past the changes before and after it. */
    void checkDay(int place, LocalDate day) {
        Days.check(day);
        int after = place + (endedBy(place).isPresent() ? 2 : 1);
        LocalDate first = place == 0 ? Days.FIRST : changes.get(place - 1).day;
        LocalDate last = after == changes.size() ? Days.LAST : changes.get(after).day;
        CORRECTED_DAY_DIFFERS.require(!day.equals(changes.get(place).day));
        CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS.require(!day.isBefore(first) && !day.isAfter(last), first, last);
    }

    static boolean isDecidedCharge(HouseholdEvent event) {
        return isCharge(event)
                && !(event instanceof HouseholdUnassigned ended && ended.cause() != UnassignmentCause.DECIDED);
    }

    private static boolean isCharge(HouseholdEvent event) {
        return event instanceof HouseholdAssigned
                || event instanceof HouseholdReassigned
                || event instanceof HouseholdUnassigned;
    }

    void evolve(HouseholdEvent event) {
        switch (event) {
            case HouseholdAssigned assigned -> add(assigned.effectiveFrom(), event);
            case HouseholdReassigned passed -> add(passed.effectiveFrom(), event);
            case HouseholdUnassigned ended -> add(ended.effectiveFrom(), event);
            case HouseholdRelocated moved -> add(moved.effectiveFrom(), event);
            case HouseholdLeft left -> add(left.effectiveFrom(), event);
            case HouseholdReturned back -> add(back.effectiveFrom(), event);
            case AssignmentCorrected corrected ->
                move(corrected.enteredFrom(), DatedChanges::isCharge, corrected.effectiveFrom());
            case RelocationCorrected corrected ->
                move(corrected.enteredFrom(), HouseholdRelocated.class::isInstance, corrected.effectiveFrom());
            default -> {}
        }
    }

    private void add(LocalDate day, HouseholdEvent event) {
        changes.add(new Change(day, event));
    }

    private void move(LocalDate entered, Predicate<HouseholdEvent> kind, LocalDate day) {
        find(entered, kind).ifPresent(place -> changes.set(place, new Change(day, changes.get(place).event)));
    }
}
