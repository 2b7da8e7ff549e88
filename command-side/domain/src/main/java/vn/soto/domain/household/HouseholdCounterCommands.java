package vn.soto.domain.household;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DatedChange;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a household. */
public final class HouseholdCounterCommands {

    private HouseholdCounterCommands() {}

    public static CounterCommand of(HouseholdEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case HouseholdRegistered registered ->
                CounterCommand.of(new WithdrawRegistration(registered.household(), reason));
            case HouseholdAssigned assigned ->
                isResponsibleBefore(assigned, earlier)
                        ? refusedBy(EVENT_HAS_A_COUNTER_COMMAND)
                        : CounterCommand.of(
                                new UnassignHousehold(assigned.household(), assigned.effectiveFrom(), reason));
            case HouseholdReassigned moved ->
                responsibleWithout(moved, moved.from(), earlier)
                        .map(before -> CounterCommand.of(new ReassignHousehold(
                                moved.household(), before.team(), before.member(), moved.effectiveFrom())))
                        .orElseGet(() -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND));
            case HouseholdUnassigned ended when isOfAnAssignment(ended, earlier) -> FOLLOWS;
            case HouseholdUnassigned ended -> assignAgain(ended, earlier);
            case HouseholdRelocated moved ->
                CounterCommand.of(new RelocateHousehold(
                        moved.household(), unitWithout(moved, moved.from(), earlier), moved.effectiveFrom()));
            case HouseholdLeft left ->
                CounterCommand.of(new ReturnHousehold(
                        left.household(), unitWithout(left, left.unit(), earlier), left.effectiveFrom()));
            case HouseholdReturned returned ->
                CounterCommand.of(new MarkHouseholdLeft(returned.household(), returned.effectiveFrom()));
            case HouseholdMerged merged -> CounterCommand.of(new SeparateHouseholds(merged.household(), reason));
            case HouseholdSeparated separated ->
                CounterCommand.of(new MergeDuplicateHouseholds(separated.household(), separated.survivor(), reason));
            case HouseholdFirstHelped _, DuplicatesChanged _ -> FOLLOWS;
            case RegistrationWithdrawn withdrawn -> refusedBy(EVENT_IS_NOT_FINAL);
            // It tells a team that has a household for a while of the change that comes next.
            case AssignmentCorrected told when told.enteredFrom().equals(told.effectiveFrom()) -> FOLLOWS;
            case DayCorrected _, RelocationWithdrawn _, ReferenceCorrected _, ResidenceCorrected _ ->
                refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    /** Whether the assignment before it began while a departure was to come, on whose day this end is. */
    private static boolean isOfAnAssignment(HouseholdUnassigned ended, EarlierEvents earlier) {
        return ended.cause() == UnassignmentCause.LEFT
                && earlier.last(event -> event instanceof AssignmentCorrected ? Stream.of() : Stream.of(event))
                        .filter(HouseholdAssigned.class::isInstance)
                        .isPresent()
                && earlier.last(event -> Stream.of(event)
                                .filter(HouseholdLeft.class::isInstance)
                                .map(left -> ((HouseholdLeft) left).effectiveFrom()))
                        .filter(ended.effectiveFrom()::equals)
                        .isPresent();
    }

    /** Once the move, the departure or the merger that ended it is taken back. */
    private static CounterCommand assignAgain(HouseholdUnassigned ended, EarlierEvents earlier) {
        return responsibleWithout(ended, ended.from(), earlier)
                .map(before -> (CounterCommand) new CounterCommand.Given(
                        new AssignHousehold(ended.household(), before.team(), before.member(), ended.effectiveFrom()),
                        CounterCommand.Turn.SECOND))
                .orElseGet(() ->
                        ended.cause() == UnassignmentCause.DECIDED ? refusedBy(EVENT_HAS_A_COUNTER_COMMAND) : FOLLOWS);
    }

    /**
     * The unit of the day of the change once that is undone; other moves may have been put before it since.
     *
     * @param before unit before the change was recorded
     */
    private static UnitId unitWithout(DatedChange change, UnitId before, EarlierEvents earlier) {
        return Household.of(earlier.others(HouseholdEvent.class))
                .knownUnitOn(change.effectiveFrom())
                .orElse(before);
    }

    /** The member and team responsible then; empty if nobody is. */
    private static Optional<Responsible> responsibleWithout(
            DatedChange change, Responsible before, EarlierEvents earlier) {
        List<HouseholdEvent> others = earlier.others(HouseholdEvent.class);
        return others.isEmpty() ? Optional.of(before) : Household.of(others).responsibleOn(change.effectiveFrom());
    }

    /** Whether somebody whose responsibility was put before that one since would lose it with its end. */
    private static boolean isResponsibleBefore(HouseholdAssigned assigned, EarlierEvents earlier) {
        Household others = Household.of(earlier.others(HouseholdEvent.class));
        LocalDate day = assigned.effectiveFrom();
        Optional<Responsible> before = others.responsibleOn(day.minusDays(1));
        return before.isPresent() && before.equals(others.responsibleOn(day));
    }
}
