package vn.soto.domain.unit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.contracts.unit.UnitKind.CITY;
import static vn.soto.contracts.unit.UnitKind.MUNICIPALITY;
import static vn.soto.contracts.unit.UnitKind.NEIGHBOURHOOD;
import static vn.soto.contracts.unit.UnitKind.WARD;
import static vn.soto.domain.shared.CommonRule.DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;
import static vn.soto.domain.unit.UnitRule.LOWER_UNIT_HAS_A_PARENT;
import static vn.soto.domain.unit.UnitRule.OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER;
import static vn.soto.domain.unit.UnitRule.RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE;
import static vn.soto.domain.unit.UnitRule.TOP_LEVEL_UNIT_HAS_NO_PARENT;
import static vn.soto.domain.unit.UnitRule.UNIT_LIES_IN_THE_TIER_ABOVE;
import static vn.soto.domain.unit.UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

final class UnitTest extends SampleCommune {

    private static final UnitId NEW = new UnitId("u-new");

    private final Scenario scenario = Scenario.at(NOW);

    @Nested
    final class EstablishingAUnit {

        @Test
        void claimsItsNameWithinTheParentInTheSameCommit() {
            scenario.given(units())
                    .when(establish(NEW, NEIGHBOURHOOD, "  Khu  phố 73 ", null, COMMUNE))
                    .decides(
                            new UnitEstablished(
                                    NEW, NEIGHBOURHOOD, "Khu phố 73", null, COMMUNE, signedOn(FOUNDED), FOUNDED),
                            new UnitNameClaimed(COMMUNE, "khu phố 73", NEW));
        }

        @ParameterizedTest
        @CsvSource({"PROVINCE, 82", "MUNICIPALITY, 79"})
        void needsNoParentAtTheTop(UnitKind kind, String code) {
            scenario.when(establish(NEW, kind, "Tân An", code, null))
                    .decides(new UnitEstablished(NEW, kind, "Tân An", code, null, signedOn(FOUNDED), FOUNDED));
        }

        @ParameterizedTest
        @CsvSource({"CITY, 718", "TOWN, 719", "DISTRICT, 720", "WARD, 25747", "COMMUNE, 00001", "SPECIAL_ZONE, 26732"})
        void takesTheCodeOfItsTier(UnitKind kind, String code) {
            scenario.given(units())
                    .when(establish(NEW, kind, "Tân An", code, PROVINCE))
                    .decides(
                            new UnitEstablished(NEW, kind, "Tân An", code, PROVINCE, signedOn(FOUNDED), FOUNDED),
                            new UnitNameClaimed(PROVINCE, FullName.of(kind, "Tân An"), NEW));
        }

        @ParameterizedTest
        @CsvSource({"WARD, 2574", "WARD, 257470", "WARD, 2574x", "WARD, ''", "CITY, 71", "MUNICIPALITY, 079"})
        void refusesAnotherCode(UnitKind kind, String code) {
            scenario.given(units())
                    .when(establish(NEW, kind, "Tân An", code, kind == MUNICIPALITY ? null : PROVINCE))
                    .isRefusedBy(OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER, kind == WARD ? 5 : kind == CITY ? 3 : 2);
        }

        @Test
        void refusesAnAdministrativeUnitWithoutCode() {
            scenario.given(units())
                    .when(establish(NEW, WARD, "Tân An", null, PROVINCE))
                    .isRefusedBy(OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER, 5);
        }

        @Test
        void refusesACodeOfAResidentialUnit() {
            scenario.given(units())
                    .when(establish(NEW, NEIGHBOURHOOD, "Khu phố 1", "25747", COMMUNE))
                    .isRefusedBy(RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE);
        }

        @Test
        void refusesAParentAtTheTop() {
            scenario.given(units())
                    .when(establish(NEW, MUNICIPALITY, "Tân An", "79", PROVINCE))
                    .isRefusedBy(TOP_LEVEL_UNIT_HAS_NO_PARENT);
        }

        @Test
        void refusesALowerUnitWithoutParent() {
            scenario.when(establish(NEW, WARD, "Tân An", "25747", null)).isRefusedBy(LOWER_UNIT_HAS_A_PARENT);
        }

        @Test
        void refusesAParentOfAnotherTier() {
            scenario.given(units())
                    .when(establish(NEW, NEIGHBOURHOOD, "Khu phố 1", null, PROVINCE))
                    .isRefusedBy(UNIT_LIES_IN_THE_TIER_ABOVE);
        }

        @Test
        void missesAParentThatDoesNotExist() {
            scenario.when(establish(NEW, NEIGHBOURHOOD, "Khu phố 1", null, NOWHERE))
                    .isAboutSomethingAbsent("unit", NOWHERE);
        }

        @ParameterizedTest
        @CsvSource({"Hòa Phú, HOÀ PHÚ", "Tân An, Ấp Tân An"})
        void refusesANameTakenWithinTheParent(String taken, String name) {
            scenario.given(units())
                    .given(establish(NEW, UnitKind.HAMLET, taken, null, COMMUNE))
                    .when(establish(new UnitId("u-newer"), UnitKind.HAMLET, name, null, COMMUNE))
                    .isRefusedBy(UNIT_NAME_IS_FREE_WITHIN_PARENT, FullName.of(UnitKind.HAMLET, name));
        }

        @Test
        void takesANameOfAnotherKindOrAnotherParent() {
            UnitId ward = new UnitId("u-ward");
            scenario.given(units())
                    .given(establish(ward, WARD, "Minh Thạnh", "25781", PROVINCE))
                    .when(establish(NEW, UnitKind.HAMLET, "Đồng Tâm 1", null, ward))
                    .decides(
                            new UnitEstablished(
                                    NEW, UnitKind.HAMLET, "Đồng Tâm 1", null, ward, signedOn(FOUNDED), FOUNDED),
                            new UnitNameClaimed(ward, "ấp đồng tâm 1", NEW));
        }

        @Test
        void refusesAnEmptyNameAndAPersonalNumberInAName() {
            scenario.given(units());

            scenario.when(establish(NEW, NEIGHBOURHOOD, " ", null, COMMUNE))
                    .isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
            scenario.when(establish(NEW, NEIGHBOURHOOD, "Khu phố 0912345678", null, COMMUNE))
                    .isRefusedBy(NAME_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesControlAndBrokenCharactersInAName() {
            scenario.given(units());

            scenario.when(establish(NEW, NEIGHBOURHOOD, "Khu phố\u0007 1", null, COMMUNE))
                    .isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
            scenario.when(establish(NEW, NEIGHBOURHOOD, "Khu phố \uD83D", null, COMMUNE))
                    .isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        }

        @Test
        void refusesAPersonalNumberAsIdAndInTheNumberOfItsDocument() {
            scenario.given(units());

            scenario.when(establish(new UnitId("kp-079203001234"), NEIGHBOURHOOD, "Khu phố 1", null, COMMUNE))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(fixed(new Instrument("0912 345 678", FOUNDED), FOUNDED))
                    .isRefusedBy(DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER);
            scenario.given(fixed(new Instrument("124/2004/QĐ-TTg", FOUNDED), FOUNDED));
        }

        @Test
        void leavesAUnitThatExistsAsItIs() {
            scenario.given(units());

            assertThatThrownBy(() -> scenario.send(establish(HAMLET, UnitKind.HAMLET, "Khác", null, COMMUNE)))
                    .isInstanceOf(AggregateStreamCreationException.class);
        }

        private EstablishUnit fixed(Instrument instrument, LocalDate effectiveFrom) {
            return new EstablishUnit(NEW, NEIGHBOURHOOD, "Khu phố 1", null, COMMUNE, instrument, effectiveFrom);
        }
    }
}
