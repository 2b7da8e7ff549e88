package vn.soto.domain.unit;

import static vn.soto.contracts.unit.UnitChange.ABOLISHED;
import static vn.soto.contracts.unit.UnitChange.ESTABLISHED;
import static vn.soto.contracts.unit.UnitChange.MERGED;
import static vn.soto.contracts.unit.UnitChange.RENAMED;
import static vn.soto.contracts.unit.UnitChange.REPARENTED;
import static vn.soto.contracts.unit.UnitChange.SPLIT;
import static vn.soto.contracts.unit.UnitKind.WARD;
import static vn.soto.domain.unit.UnitRule.MERGER_TAKES_SOME_BUT_NOT_TOO_MANY_UNITS;
import static vn.soto.domain.unit.UnitRule.SPLIT_HAS_SEVERAL_BUT_NOT_TOO_MANY_SUCCESSORS;
import static vn.soto.domain.unit.UnitRule.SUCCESSOR_IS_IN_FORCE;
import static vn.soto.domain.unit.UnitRule.SUCCESSOR_IS_OF_THE_SAME_TIER;
import static vn.soto.domain.unit.UnitRule.UNDONE_CHANGE_IS_THE_LATEST;
import static vn.soto.domain.unit.UnitRule.UNIT_DOES_NOT_SUCCEED_ITSELF;
import static vn.soto.domain.unit.UnitRule.UNIT_ENDS_AFTER_ITS_LATEST_CHANGE;
import static vn.soto.domain.unit.UnitRule.UNIT_HAS_NOT_ENDED;
import static vn.soto.domain.unit.UnitRule.UNIT_IS_NOT_WITHDRAWN;
import static vn.soto.domain.unit.UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT;
import static vn.soto.domain.unit.UnitRule.UNIT_TO_WITHDRAW_HAS_TAKEN_OVER_NONE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

final class SuccessionTest extends SampleCommune {

    private static final UnitId A = new UnitId("u-a");
    private static final UnitId B = new UnitId("u-b");
    private static final UnitId C = new UnitId("u-c");
    private static final LocalDate DAY = TODAY.minusDays(10);
    private static final LocalDate LATER = DAY.plusDays(5);
    private static final Instrument DECISION = signedOn(TODAY.minusDays(20));

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(ward(A, "A"), ward(B, "B"), ward(C, "C"));

    private static EstablishUnit ward(UnitId unit, String name) {
        return establish(unit, WARD, name, "25747", PROVINCE);
    }

    private static MergeUnits merge(UnitId into, LocalDate day, UnitId... from) {
        return new MergeUnits(into, List.of(from), DECISION, day);
    }

    private static SplitUnit split(UnitId unit, LocalDate day, UnitId... into) {
        return new SplitUnit(unit, List.of(into), DECISION, day);
    }

    private static UndoUnitChange undo(UnitId unit, UnitChange change, LocalDate day) {
        return new UndoUnitChange(unit, change, day, "Nhập nhầm");
    }

    @Nested
    final class Merging {

        @Test
        void endsTheOldUnitsAndTellsTheNewOneInOneCommit() {
            scenario.when(merge(C, DAY, B, A, B))
                    .decides(
                            new UnitMerged(A, C, DECISION, DAY),
                            new UnitMerged(B, C, DECISION, DAY),
                            new UnitTookOver(C, A, MERGED, DECISION, DAY),
                            new UnitTookOver(C, B, MERGED, DECISION, DAY),
                            new UnitNameReleased(PROVINCE, "phường a", A, DAY),
                            new UnitNameReleased(PROVINCE, "phường b", B, DAY));
        }

        @Test
        void takesOneUnitToFifty() {
            List<UnitId> many =
                    IntStream.range(0, 51).mapToObj(i -> new UnitId("m-" + i)).toList();
            many.forEach(unit -> scenario.given(ward(unit, "Phường " + unit)));

            scenario.when(merge(C, DAY)).isRefusedBy(MERGER_TAKES_SOME_BUT_NOT_TOO_MANY_UNITS, 50);
            scenario.when(new MergeUnits(C, many, DECISION, DAY))
                    .isRefusedBy(MERGER_TAKES_SOME_BUT_NOT_TOO_MANY_UNITS, 50);
            scenario.given(new MergeUnits(C, many.subList(1, 51), DECISION, DAY), merge(C, DAY, many.getFirst()));
        }

        @Test
        void refusesItselfAnotherTierAndWhatIsNotThere() {
            scenario.when(merge(A, DAY, A)).isRefusedBy(UNIT_DOES_NOT_SUCCEED_ITSELF);
            scenario.when(merge(A, DAY, B, HAMLET)).isRefusedBy(SUCCESSOR_IS_OF_THE_SAME_TIER, HAMLET.value());
            scenario.when(merge(A, DAY, NOWHERE)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void needsASuccessorInForceOnThatDay() {
            UnitId fresh = new UnitId("u-fresh");
            scenario.given(new EstablishUnit(fresh, WARD, "Mới", "25747", PROVINCE, DECISION, DAY));

            scenario.when(merge(fresh, DAY.minusDays(1), A))
                    .isRefusedBy(SUCCESSOR_IS_IN_FORCE, fresh.value(), DAY.minusDays(1));
            scenario.given(merge(fresh, DAY, A), new AbolishUnit(C, DECISION, DAY));
            scenario.when(merge(C, DAY, B)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, C.value(), DAY);
            scenario.given(merge(C, DAY.minusDays(1), B));
        }

        @Test
        void endsAUnitOnceAndAfterItsLatestChange() {
            scenario.given(new RenameUnit(B, "Khác", DECISION, DAY), merge(C, DAY, A));

            scenario.when(merge(C, DAY, B)).isRefusedBy(UNIT_ENDS_AFTER_ITS_LATEST_CHANGE, DAY);
            scenario.when(merge(B, LATER, A)).isRefusedBy(UNIT_HAS_NOT_ENDED, DAY);
            scenario.when(split(A, LATER, B, C)).isRefusedBy(UNIT_HAS_NOT_ENDED, DAY);
        }
    }

    @Nested
    final class Splitting {

        @Test
        void endsTheOldUnitAndTellsEachSuccessorInOneCommit() {
            scenario.when(split(A, DAY, C, B, C))
                    .decides(
                            new UnitSplit(A, List.of(C, B), DECISION, DAY),
                            new UnitTookOver(B, A, SPLIT, DECISION, DAY),
                            new UnitTookOver(C, A, SPLIT, DECISION, DAY),
                            new UnitNameReleased(PROVINCE, "phường a", A, DAY));
        }

        @Test
        void needsSeveralSuccessorsOfItsTierInForceOnThatDay() {
            scenario.when(split(A, DAY, B, B)).isRefusedBy(SPLIT_HAS_SEVERAL_BUT_NOT_TOO_MANY_SUCCESSORS, 2, 50);
            scenario.when(split(A, DAY, B, A)).isRefusedBy(UNIT_DOES_NOT_SUCCEED_ITSELF);
            scenario.when(split(A, DAY, B, HAMLET)).isRefusedBy(SUCCESSOR_IS_OF_THE_SAME_TIER, HAMLET.value());
            scenario.when(split(A, DAY, B, NOWHERE)).isAboutSomethingAbsent("unit", NOWHERE);
            scenario.given(new AbolishUnit(C, DECISION, DAY));
            scenario.when(split(A, DAY, B, C)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, C.value(), DAY);
        }

        @Test
        void leavesWhatLiesInItUntilSomebodySaysWhereItGoes() {
            scenario.given(split(COMMUNE, DAY, A, B));

            scenario.given(new ReparentUnit(HAMLET, A, null, DECISION, LATER));
            scenario.when(new ReparentUnit(FAR_HAMLET, COMMUNE, null, DECISION, LATER))
                    .isRefusedBy(UnitRule.UNIT_CHANGE_CHANGES_SOMETHING);
        }
    }

    @Nested
    final class Lineage {

        @Test
        void hasNoCycleOfTwo() {
            scenario.given(merge(B, DAY, A));

            scenario.when(merge(A, DAY, B)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, A.value(), DAY);
            scenario.when(merge(A, LATER, B)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, A.value(), LATER);
            scenario.when(merge(A, DAY.minusDays(1), B)).isRefusedBy(UNIT_ENDS_AFTER_ITS_LATEST_CHANGE, DAY);
        }

        @Test
        void hasNoLongerCycleWhateverTheOrderInWhichItIsRecorded() {
            scenario.given(merge(C, LATER, B), merge(B, DAY, A));

            scenario.when(merge(A, LATER.plusDays(1), C))
                    .isRefusedBy(SUCCESSOR_IS_IN_FORCE, A.value(), LATER.plusDays(1));
            scenario.when(merge(A, DAY.minusDays(1), C)).isRefusedBy(UNIT_ENDS_AFTER_ITS_LATEST_CHANGE, LATER);
            scenario.when(split(C, DAY.minusDays(1), A, COMMUNE)).isRefusedBy(UNIT_ENDS_AFTER_ITS_LATEST_CHANGE, LATER);
        }

        @Test
        void mayBeRecordedLateWhereItIsInOrder() {
            scenario.given(merge(C, LATER, B));

            scenario.when(merge(B, LATER, A)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, B.value(), LATER);
            scenario.given(merge(B, LATER.minusDays(1), A));
        }
    }

    @Nested
    final class Undoing {

        @Test
        void aMergerGivesOneUnitItsNameBackAndLeavesTheOthersMerged() {
            scenario.given(merge(C, DAY, A, B));

            scenario.when(undo(A, MERGED, DAY))
                    .decides(
                            new UnitChangeUndone(A, MERGED, DAY),
                            new UnitTakeOverUndone(C, A, DAY),
                            new UnitNameClaimed(PROVINCE, "phường a", A));
            scenario.given(merge(C, LATER, A));
            scenario.when(merge(A, LATER, B)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, A.value(), LATER);
        }

        @Test
        void aSplitTellsEverySuccessor() {
            scenario.given(split(A, DAY, C, B));

            scenario.when(undo(A, SPLIT, DAY))
                    .decides(
                            new UnitChangeUndone(A, SPLIT, DAY),
                            new UnitTakeOverUndone(B, A, DAY),
                            new UnitTakeOverUndone(C, A, DAY),
                            new UnitNameClaimed(PROVINCE, "phường a", A));
        }

        @Test
        void aMergerLetsItBeTheOtherWayRound() {
            scenario.given(merge(B, DAY, A), undo(A, MERGED, DAY));

            scenario.given(merge(A, DAY, B));
        }

        @Test
        void aRenamingGivesBothNamesBack() {
            scenario.given(new RenameUnit(A, "A1", DECISION, DAY));

            scenario.when(undo(A, RENAMED, DAY))
                    .decides(
                            new UnitChangeUndone(A, RENAMED, DAY),
                            new UnitNameClaimed(PROVINCE, "phường a", A),
                            new UnitNameReleased(PROVINCE, "phường a1", A, null));
            scenario.given(new EstablishUnit(
                    new UnitId("u-older"), WARD, "A1", "25747", PROVINCE, signedOn(FOUNDED), FOUNDED));
        }

        @Test
        void aMoveGivesTheOldPlaceBack() {
            scenario.given(new ReparentUnit(HAMLET, A, "Khu 7", DECISION, DAY));

            scenario.when(undo(HAMLET, REPARENTED, DAY))
                    .decides(
                            new UnitChangeUndone(HAMLET, REPARENTED, DAY),
                            new UnitNameReleased(A, "ấp khu 7", HAMLET, null),
                            new UnitNameClaimed(COMMUNE, "ấp đồng tâm 1", HAMLET));
        }

        @Test
        void isRefusedWhereTheNameHasGoneToSomebodyElse() {
            scenario.given(new RenameUnit(A, "A1", DECISION, DAY), new RenameUnit(B, "A", DECISION, LATER));

            scenario.when(undo(A, RENAMED, DAY)).isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "phường a");
            scenario.given(undo(B, RENAMED, LATER), undo(A, RENAMED, DAY));
        }

        @Test
        void isRefusedWhereTheNameWasSomebodyElsesMeanwhile() {
            scenario.given(
                    new RenameUnit(A, "A1", DECISION, DAY),
                    new RenameUnit(B, "A", DECISION, DAY),
                    new AbolishUnit(B, DECISION, LATER));

            scenario.when(undo(A, RENAMED, DAY)).isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "phường a");
        }

        @Test
        void isOfTheLatestChangeOnlyAndNamesIt() {
            scenario.given(new RenameUnit(A, "A1", DECISION, DAY), new AbolishUnit(A, DECISION, LATER));

            scenario.when(undo(A, RENAMED, DAY)).isRefusedBy(UNDONE_CHANGE_IS_THE_LATEST, LATER);
            scenario.when(undo(A, ABOLISHED, DAY)).isRefusedBy(UNDONE_CHANGE_IS_THE_LATEST, LATER);
            scenario.given(undo(A, ABOLISHED, LATER), undo(A, RENAMED, DAY));
            scenario.when(undo(A, RENAMED, DAY)).isRefusedBy(UNDONE_CHANGE_IS_THE_LATEST, FOUNDED);
        }
    }

    @Nested
    final class Withdrawing {

        @Test
        void releasesTheNameForAnyDay() {
            scenario.when(undo(A, ESTABLISHED, FOUNDED))
                    .decides(
                            new UnitChangeUndone(A, ESTABLISHED, FOUNDED),
                            new UnitNameReleased(PROVINCE, "phường a", A, null));
        }

        @Test
        void isRefusedWhileTheUnitHasTakenOverAnother() {
            scenario.given(merge(A, DAY, B));

            scenario.when(undo(A, ESTABLISHED, FOUNDED)).isRefusedBy(UNIT_TO_WITHDRAW_HAS_TAKEN_OVER_NONE);
            scenario.given(undo(B, MERGED, DAY), undo(A, ESTABLISHED, FOUNDED));
        }

        @Test
        void leavesNothingThatCouldHappenToIt() {
            scenario.given(undo(A, ESTABLISHED, FOUNDED));

            scenario.when(undo(A, ESTABLISHED, FOUNDED)).isRefusedBy(UNIT_IS_NOT_WITHDRAWN);
            scenario.when(new RenameUnit(A, "B", DECISION, DAY)).isRefusedBy(UNIT_IS_NOT_WITHDRAWN);
            scenario.when(new AbolishUnit(A, DECISION, DAY)).isRefusedBy(UNIT_IS_NOT_WITHDRAWN);
            scenario.when(merge(A, DAY, B)).isRefusedBy(SUCCESSOR_IS_IN_FORCE, A.value(), DAY);
            scenario.when(merge(B, DAY, A)).isRefusedBy(UNIT_IS_NOT_WITHDRAWN);
            scenario.when(new ReparentUnit(HAMLET, A, null, DECISION, DAY))
                    .isRefusedBy(UnitRule.UNIT_ABOVE_IS_IN_FORCE, A.value(), DAY);
        }
    }
}
