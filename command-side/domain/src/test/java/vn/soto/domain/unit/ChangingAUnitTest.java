package vn.soto.domain.unit;

import static vn.soto.contracts.unit.UnitKind.MUNICIPALITY;
import static vn.soto.contracts.unit.UnitKind.NEIGHBOURHOOD;
import static vn.soto.contracts.unit.UnitKind.WARD;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.unit.UnitRule.OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER;
import static vn.soto.domain.unit.UnitRule.RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE;
import static vn.soto.domain.unit.UnitRule.TOP_LEVEL_UNIT_HAS_NO_PARENT;
import static vn.soto.domain.unit.UnitRule.UNDONE_CHANGE_IS_THE_LATEST;
import static vn.soto.domain.unit.UnitRule.UNIT_ABOVE_IS_IN_FORCE;
import static vn.soto.domain.unit.UnitRule.UNIT_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.unit.UnitRule.UNIT_CHANGE_CHANGES_SOMETHING;
import static vn.soto.domain.unit.UnitRule.UNIT_ENDS_AFTER_ITS_LATEST_CHANGE;
import static vn.soto.domain.unit.UnitRule.UNIT_HAS_NOT_ENDED;
import static vn.soto.domain.unit.UnitRule.UNIT_LIES_IN_THE_TIER_ABOVE;
import static vn.soto.domain.unit.UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT;
import static vn.soto.domain.unit.UnitRule.UNIT_STAYS_IN_ITS_TIER;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

final class ChangingAUnitTest extends SampleCommune {

    private static final UnitId WARD_A = new UnitId("u-ward");
    private static final UnitId NEW = new UnitId("u-new");
    private static final LocalDate DAY = TODAY.minusDays(10);
    private static final Instrument DECISION = signedOn(TODAY.minusDays(20));

    private final Scenario scenario = Scenario.at(NOW).given(units());

    @BeforeEach
    void establishWard() {
        scenario.given(establish(WARD_A, WARD, "Thủ Dầu Một", "25747", PROVINCE));
    }

    private static RenameUnit rename(UnitId unit, String name, LocalDate day) {
        return new RenameUnit(unit, name, DECISION, day);
    }

    private static AbolishUnit abolish(UnitId unit, LocalDate day) {
        return new AbolishUnit(unit, DECISION, day);
    }

    private static ReparentUnit move(UnitId unit, UnitId parent, LocalDate day) {
        return new ReparentUnit(unit, parent, null, DECISION, day);
    }

    private static EstablishUnit found(UnitId unit, String name, UnitId parent, LocalDate day) {
        return new EstablishUnit(unit, UnitKind.HAMLET, name, null, parent, signedOn(FOUNDED), day);
    }

    @Nested
    final class Renaming {

        @Test
        void claimsTheNewNameAndReleasesTheOldOneInTheSameCommit() {
            scenario.when(rename(HAMLET, " Đồng  Tâm 9 ", DAY))
                    .decides(
                            new UnitRenamed(HAMLET, "Đồng Tâm 9", DECISION, DAY),
                            new UnitNameReleased(COMMUNE, "ấp đồng tâm 1", HAMLET, DAY),
                            new UnitNameClaimed(COMMUNE, "ấp đồng tâm 9", HAMLET));
        }

        @Test
        void keepsTheClaimWhereOnlyTheSpellingChanges() {
            scenario.when(rename(HAMLET, "ĐỒNG TÂM 1", DAY))
                    .decides(new UnitRenamed(HAMLET, "ĐỒNG TÂM 1", DECISION, DAY));
        }

        @Test
        void claimsNothingAtTheTop() {
            scenario.when(rename(PROVINCE, "Bình Dương Mới", DAY))
                    .decides(new UnitRenamed(PROVINCE, "Bình Dương Mới", DECISION, DAY));
        }

        @Test
        void refusesANameSomebodyElseBears() {
            scenario.when(rename(HAMLET, "Đồng Tâm 2", DAY))
                    .isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "ấp đồng tâm 2");
        }

        @Test
        void refusesTheSameNameAPersonalNumberAndAnUnknownUnit() {
            scenario.when(rename(HAMLET, "Đồng Tâm 1", DAY)).isRefusedBy(UNIT_CHANGE_CHANGES_SOMETHING);
            scenario.when(rename(HAMLET, "Ấp 0912345678", DAY)).isRefusedBy(NAME_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void isInTheOrderOfDays() {
            scenario.when(rename(HAMLET, "A", FOUNDED.minusDays(1))).isRefusedBy(UNIT_CHANGES_ARE_IN_ORDER, FOUNDED);
            scenario.given(rename(HAMLET, "A", DAY));
            scenario.when(rename(HAMLET, "B", DAY.minusDays(1))).isRefusedBy(UNIT_CHANGES_ARE_IN_ORDER, DAY);
            scenario.given(rename(HAMLET, "B", DAY));
        }

        @Test
        void leavesTheOldNameToAnotherUnitFromThatDayOn() {
            scenario.given(rename(HAMLET, "A", DAY));

            scenario.when(found(NEW, "Đồng Tâm 1", COMMUNE, DAY.minusDays(1)))
                    .isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "ấp đồng tâm 1");
            scenario.given(found(NEW, "Đồng Tâm 1", COMMUNE, DAY));
        }
    }

    @Nested
    final class Recoding {

        @Test
        void givesACodeThatWasAndIsAnothersToo() {
            scenario.when(new RecodeUnit(COMMUNE, "25747", DECISION, DAY))
                    .decides(new UnitRecoded(COMMUNE, "25747", DECISION, DAY));
        }

        @Test
        void refusesTheSameCodeAnotherNumberOfDigitsAndResidentialUnits() {
            scenario.when(new RecodeUnit(COMMUNE, "25780", DECISION, DAY)).isRefusedBy(UNIT_CHANGE_CHANGES_SOMETHING);
            scenario.when(new RecodeUnit(COMMUNE, "718", DECISION, DAY))
                    .isRefusedBy(OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER, 5);
            scenario.when(new RecodeUnit(HAMLET, "25780", DECISION, DAY))
                    .isRefusedBy(RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE);
        }
    }

    @Nested
    final class Retyping {

        @Test
        void movesTheNameAlongBecauseTheKindIsPartOfIt() {
            scenario.when(new RetypeUnit(HAMLET, NEIGHBOURHOOD, DECISION, DAY))
                    .decides(
                            new UnitRetyped(HAMLET, NEIGHBOURHOOD, DECISION, DAY),
                            new UnitNameClaimed(COMMUNE, "khu phố đồng tâm 1", HAMLET),
                            new UnitNameReleased(COMMUNE, "ấp đồng tâm 1", HAMLET, DAY));
        }

        @Test
        void staysWithinTheTierAndChangesSomething() {
            scenario.when(new RetypeUnit(HAMLET, WARD, DECISION, DAY)).isRefusedBy(UNIT_STAYS_IN_ITS_TIER);
            scenario.when(new RetypeUnit(COMMUNE, NEIGHBOURHOOD, DECISION, DAY)).isRefusedBy(UNIT_STAYS_IN_ITS_TIER);
            scenario.when(new RetypeUnit(HAMLET, UnitKind.HAMLET, DECISION, DAY))
                    .isRefusedBy(UNIT_CHANGE_CHANGES_SOMETHING);
            scenario.given(new RetypeUnit(PROVINCE, MUNICIPALITY, DECISION, DAY));
        }
    }

    @Nested
    final class Reparenting {

        @Test
        void takesTheNameToTheNewParent() {
            scenario.when(move(HAMLET, WARD_A, DAY))
                    .decides(
                            new UnitReparented(HAMLET, WARD_A, null, DECISION, DAY),
                            new UnitNameReleased(COMMUNE, "ấp đồng tâm 1", HAMLET, DAY),
                            new UnitNameClaimed(WARD_A, "ấp đồng tâm 1", HAMLET));
        }

        @Test
        void mayBringANewNameWhereTheOldOneIsTaken() {
            scenario.given(found(NEW, "Đồng Tâm 1", WARD_A, FOUNDED));

            scenario.when(move(HAMLET, WARD_A, DAY)).isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "ấp đồng tâm 1");
            scenario.when(new ReparentUnit(HAMLET, WARD_A, "Đồng  Tâm 7", DECISION, DAY))
                    .decides(
                            new UnitReparented(HAMLET, WARD_A, "Đồng Tâm 7", DECISION, DAY),
                            new UnitNameReleased(COMMUNE, "ấp đồng tâm 1", HAMLET, DAY),
                            new UnitNameClaimed(WARD_A, "ấp đồng tâm 7", HAMLET));
        }

        @Test
        void refusesTheSameParentAnotherTierTheTopAndAnUnknownOne() {
            scenario.when(move(HAMLET, COMMUNE, DAY)).isRefusedBy(UNIT_CHANGE_CHANGES_SOMETHING);
            scenario.when(move(HAMLET, PROVINCE, DAY)).isRefusedBy(UNIT_LIES_IN_THE_TIER_ABOVE);
            scenario.when(move(HAMLET, FAR_HAMLET, DAY)).isRefusedBy(UNIT_LIES_IN_THE_TIER_ABOVE);
            scenario.when(move(PROVINCE, WARD_A, DAY)).isRefusedBy(TOP_LEVEL_UNIT_HAS_NO_PARENT);
            scenario.when(move(HAMLET, NOWHERE, DAY)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void needsAParentInForceOnThatDay() {
            scenario.when(move(HAMLET, WARD_A, FOUNDED.minusDays(1))).isRefusedBy(UNIT_CHANGES_ARE_IN_ORDER, FOUNDED);
            scenario.given(new EstablishUnit(NEW, WARD, "Mới", "25748", PROVINCE, DECISION, DAY));
            scenario.when(move(HAMLET, NEW, DAY.minusDays(1)))
                    .isRefusedBy(UNIT_ABOVE_IS_IN_FORCE, NEW.value(), DAY.minusDays(1));
            scenario.given(abolish(WARD_A, DAY));
            scenario.when(move(HAMLET, WARD_A, DAY)).isRefusedBy(UNIT_ABOVE_IS_IN_FORCE, WARD_A.value(), DAY);
            scenario.given(move(HAMLET, WARD_A, DAY.minusDays(1)));
        }
    }

    @Nested
    final class Abolishing {

        @Test
        void releasesTheName() {
            scenario.when(abolish(WARD_A, DAY))
                    .decides(
                            new UnitAbolished(WARD_A, DECISION, DAY),
                            new UnitNameReleased(PROVINCE, "phường thủ dầu một", WARD_A, DAY));
        }

        @Test
        void comesAfterTheLatestChange() {
            scenario.given(rename(WARD_A, "Khác", DAY));

            scenario.when(abolish(WARD_A, DAY)).isRefusedBy(UNIT_ENDS_AFTER_ITS_LATEST_CHANGE, DAY);
            scenario.given(abolish(WARD_A, DAY.plusDays(1)));
        }

        @Test
        void isTheLastThingThatHappensToAUnit() {
            scenario.given(abolish(WARD_A, DAY));

            scenario.when(rename(WARD_A, "Khác", DAY.minusDays(1))).isRefusedBy(UNIT_HAS_NOT_ENDED, DAY);
            scenario.when(new RecodeUnit(WARD_A, "25748", DECISION, DAY)).isRefusedBy(UNIT_HAS_NOT_ENDED, DAY);
            scenario.when(new RetypeUnit(WARD_A, UnitKind.COMMUNE, DECISION, DAY))
                    .isRefusedBy(UNIT_HAS_NOT_ENDED, DAY);
            scenario.when(abolish(WARD_A, DAY.plusDays(1))).isRefusedBy(UNIT_HAS_NOT_ENDED, DAY);
        }

        @Test
        void letsNothingBeEstablishedInItFromThatDayOn() {
            scenario.given(abolish(WARD_A, DAY));

            scenario.when(found(NEW, "Ấp 1", WARD_A, DAY)).isRefusedBy(UNIT_ABOVE_IS_IN_FORCE, WARD_A.value(), DAY);
            scenario.when(found(NEW, "Ấp 1", WARD_A, DAY.minusDays(1)))
                    .decides(
                            new UnitEstablished(
                                    NEW, UnitKind.HAMLET, "Ấp 1", null, WARD_A, signedOn(FOUNDED), DAY.minusDays(1)),
                            new UnitNameClaimed(WARD_A, "ấp 1", NEW));
        }

        @Test
        void leavesWhatLiesInItWhereItIs() {
            scenario.given(abolish(COMMUNE, DAY));

            scenario.given(move(HAMLET, WARD_A, DAY));
            scenario.given(rename(FAR_HAMLET, "Đồng Tâm 3", DAY));
        }
    }

    /** The coming change, or end, was recorded first. */
    @Nested
    final class BeforeAComingChange {

        private final LocalDate earlier = TODAY.plusDays(1);
        private final LocalDate coming = TODAY.plusDays(40);

        @Test
        void aNameIsPutBeforeAnotherAndFreesTheOldOneEarlier() {
            scenario.given(rename(HAMLET, "Mới", coming));

            scenario.when(rename(HAMLET, "Tạm", earlier))
                    .decides(
                            new UnitRenamed(HAMLET, "Tạm", DECISION, earlier),
                            new UnitNameClaimed(COMMUNE, "ấp tạm", HAMLET),
                            new UnitNameReleased(COMMUNE, "ấp tạm", HAMLET, coming),
                            new UnitNameReleased(COMMUNE, "ấp đồng tâm 1", HAMLET, earlier));
            scenario.when(found(NEW, "Tạm", COMMUNE, coming.minusDays(1)))
                    .isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "ấp tạm");
            scenario.given(found(NEW, "Đồng Tâm 1", COMMUNE, earlier));
        }

        @Test
        void aNameStaysInAMoveThatIsToCome() {
            scenario.given(move(HAMLET, WARD_A, coming));

            scenario.when(rename(HAMLET, "Tạm", earlier))
                    .decides(
                            new UnitRenamed(HAMLET, "Tạm", DECISION, earlier),
                            new UnitNameClaimed(COMMUNE, "ấp tạm", HAMLET),
                            new UnitNameReleased(COMMUNE, "ấp tạm", HAMLET, coming),
                            new UnitNameReleased(COMMUNE, "ấp đồng tâm 1", HAMLET, earlier),
                            new UnitNameClaimed(WARD_A, "ấp tạm", HAMLET),
                            new UnitNameReleased(WARD_A, "ấp đồng tâm 1", HAMLET, null));
        }

        @Test
        void aNameThatIsToComeMayComeEarlier() {
            scenario.given(rename(HAMLET, "Mới", coming));
            scenario.given(rename(HAMLET, "Mới", earlier));

            scenario.when(found(NEW, "Mới", COMMUNE, earlier)).isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "ấp mới");
            scenario.when(rename(HAMLET, "Mới", earlier.plusDays(1))).isRefusedBy(UNIT_CHANGE_CHANGES_SOMETHING);
        }

        @Test
        void aUnitThatIsToEndChangesUntilThen() {
            scenario.given(abolish(WARD_A, coming));

            scenario.when(rename(WARD_A, "Khác", coming)).isRefusedBy(UNIT_HAS_NOT_ENDED, coming);
            scenario.given(rename(WARD_A, "Khác", coming.minusDays(1)));
            scenario.given(new RecodeUnit(WARD_A, "25748", DECISION, earlier));
            scenario.given(new RetypeUnit(WARD_A, UnitKind.COMMUNE, DECISION, earlier));
            scenario.when(found(NEW, "Ấp 1", WARD_A, coming))
                    .isRefusedBy(UNIT_ABOVE_IS_IN_FORCE, WARD_A.value(), coming);
        }

        @Test
        void anEndIsNotPutBeforeIt() {
            scenario.given(rename(WARD_A, "Khác", coming));

            scenario.when(abolish(WARD_A, earlier)).isRefusedBy(UNIT_ENDS_AFTER_ITS_LATEST_CHANGE, coming);
        }

        @Test
        void theOneWithTheLatestDayIsUndoneFirst() {
            scenario.given(rename(HAMLET, "Mới", coming));
            scenario.given(rename(HAMLET, "Tạm", earlier));

            scenario.when(undo(HAMLET, UnitChange.RENAMED, earlier)).isRefusedBy(UNDONE_CHANGE_IS_THE_LATEST, coming);
            scenario.given(undo(HAMLET, UnitChange.RENAMED, coming));
            scenario.when(undo(HAMLET, UnitChange.RENAMED, earlier))
                    .decides(
                            new UnitChangeUndone(HAMLET, UnitChange.RENAMED, earlier),
                            new UnitNameReleased(COMMUNE, "ấp tạm", HAMLET, null),
                            new UnitNameClaimed(COMMUNE, "ấp đồng tâm 1", HAMLET));
            scenario.given(found(NEW, "Tạm", COMMUNE, earlier));
        }

        @Test
        void aNameOfItsOwnComesEarlierThoughItIsToEnd() {
            scenario.given(rename(HAMLET, "Mới", coming));
            scenario.given(rename(HAMLET, "Khác", coming.plusDays(20)));

            scenario.given(rename(HAMLET, "Mới", earlier));

            scenario.when(found(NEW, "Mới", COMMUNE, coming.plusDays(19)))
                    .isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, "ấp mới");
            scenario.given(found(NEW, "Mới", COMMUNE, coming.plusDays(20)));
        }

        @Test
        void aNameThatWasToBeAnothersMeanwhileIsFreeAtOnce() {
            scenario.given(move(HAMLET, WARD_A, coming));
            scenario.given(rename(HAMLET, "Tạm", earlier));
            scenario.given(undo(HAMLET, UnitChange.REPARENTED, coming), undo(HAMLET, UnitChange.RENAMED, earlier));

            scenario.given(found(NEW, "Tạm", COMMUNE, earlier));
        }

        private UndoUnitChange undo(UnitId unit, UnitChange change, LocalDate day) {
            return new UndoUnitChange(unit, change, day, "Nhầm ngày");
        }
    }

    @Test
    void aUnitMayBeOlderThanWhatIsKnownOfTheOneAbove() {
        scenario.given(found(NEW, "Ấp cũ", COMMUNE, LocalDate.of(1998, 5, 1)));
    }
}
