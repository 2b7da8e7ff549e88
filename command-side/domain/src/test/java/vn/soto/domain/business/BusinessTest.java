package vn.soto.domain.business;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.business.BusinessKind.COOPERATIVE;
import static vn.soto.contracts.business.BusinessKind.HOUSEHOLD_BUSINESS;
import static vn.soto.domain.business.BusinessRule.BUSINESS_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.business.BusinessRule.BUSINESS_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.business.BusinessRule.BUSINESS_IS_CLOSED;
import static vn.soto.domain.business.BusinessRule.BUSINESS_IS_NOT_CLOSED;
import static vn.soto.domain.business.BusinessRule.BUSINESS_MOVES_TO_ANOTHER_UNIT;
import static vn.soto.domain.business.BusinessRule.BUSINESS_REFERENCE_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.business.BusinessRule.BUSINESS_REFERENCE_IS_A_SHORT_CODE;
import static vn.soto.domain.business.BusinessRule.BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusiness;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;

final class BusinessTest extends SampleCommune {

    private static final BusinessId SHOP = new BusinessId("b-1");
    private static final Sealed NAME = new Sealed("c2VhbGVkLXRyYWRlLW5hbWU");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final Scenario scenario = Scenario.at(NOW).given(units());

    @Nested
    final class RegisteringABusiness {

        @Test
        void takesTheCodeOfTheCommuneAndASealedName() {
            scenario.when(new RegisterBusiness(SHOP, HOUSEHOLD_BUSINESS, HAMLET, " HKD-12 ", NAME))
                    .decides(new BusinessRegistered(SHOP, HOUSEHOLD_BUSINESS, HAMLET, "HKD-12", NAME));
        }

        @Test
        void needsNoName() {
            scenario.when(register(HAMLET, "HTX-1"))
                    .decides(new BusinessRegistered(SHOP, COOPERATIVE, HAMLET, "HTX-1", null));
        }

        @Test
        void refusesNamesAndPersonalNumbersAsItsCode() {
            scenario.when(register(HAMLET, "Tiệm may Hoa")).isRefusedBy(BUSINESS_REFERENCE_IS_A_SHORT_CODE, 40);
            scenario.when(register(HAMLET, "079203001234")).isRefusedBy(BUSINESS_REFERENCE_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesAPersonalNumberAsId() {
            scenario.when(new RegisterBusiness(new BusinessId("b-079203001234"), COOPERATIVE, HAMLET, "HTX-1", null))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesACommuneAndMissesAUnitThatDoesNotExist() {
            scenario.when(register(COMMUNE, "HTX-1")).isRefusedBy(BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT);
            scenario.when(register(NOWHERE, "HTX-1")).isAboutSomethingAbsent("unit", NOWHERE);
        }
    }

    @Nested
    final class CorrectingABusiness {

        @Test
        void replacesWhatTheRegistrationSays() {
            scenario.given(register(HAMLET, "HTX-1"))
                    .when(correct(HOUSEHOLD_BUSINESS, "HKD-2", NAME))
                    .decides(new BusinessCorrected(SHOP, HOUSEHOLD_BUSINESS, HAMLET, "HKD-2", NAME));
        }

        @Test
        void refusesWhatIsSaidAlreadyEvenAfterAMove() {
            scenario.given(register(HAMLET, "HTX-1"), correct(COOPERATIVE, "HTX-2", NAME), relocate(FAR_HAMLET, TODAY));

            scenario.when(correct(COOPERATIVE, "HTX-2", NAME)).isRefusedBy(BUSINESS_CORRECTION_CHANGES_SOMETHING);
            scenario.when(correct(COOPERATIVE, "HTX-2", null))
                    .decides(new BusinessCorrected(SHOP, COOPERATIVE, FAR_HAMLET, "HTX-2", null));
        }

        @Test
        void refusesACodeThatIsNone() {
            scenario.given(register(HAMLET, "HTX-1"));

            scenario.when(correct(COOPERATIVE, "HTX", null)).isRefusedBy(BUSINESS_REFERENCE_IS_A_SHORT_CODE, 40);
        }
    }

    @Nested
    final class RelocatingABusiness {

        @Test
        void movesItFromThatDayOn() {
            scenario.given(register(HAMLET, "HTX-1"))
                    .when(relocate(FAR_HAMLET, TODAY))
                    .decides(new BusinessRelocated(SHOP, HAMLET, FAR_HAMLET, TODAY));
        }

        @Test
        void refusesTheSameUnitACommuneAndAnEarlierDay() {
            scenario.given(register(HAMLET, "HTX-1"), relocate(FAR_HAMLET, TODAY));

            scenario.when(relocate(FAR_HAMLET, TODAY)).isRefusedBy(BUSINESS_MOVES_TO_ANOTHER_UNIT);
            scenario.when(relocate(COMMUNE, TODAY)).isRefusedBy(BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT);
            scenario.when(relocate(HAMLET, YESTERDAY)).isRefusedBy(BUSINESS_CHANGES_ARE_IN_ORDER, TODAY);
        }

        @Test
        void comesBeforeAMoveAndAClosingThatAreToCome() {
            UnitId third = new UnitId("u-hamlet-3");
            LocalDate coming = TODAY.plusDays(20);
            scenario.given(establish(third, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE));
            scenario.given(register(HAMLET, "HTX-1"), relocate(FAR_HAMLET, coming), close(coming.plusDays(1)));

            scenario.when(relocate(third, TODAY)).decides(new BusinessRelocated(SHOP, HAMLET, third, TODAY));
            scenario.when(relocate(HAMLET, coming.plusDays(1))).isRefusedBy(BUSINESS_IS_NOT_CLOSED, coming.plusDays(1));
            scenario.when(close(TODAY.plusDays(1))).decides(new BusinessClosed(SHOP, third, TODAY.plusDays(1)));
        }

        @Test
        void refusesAClosedOne() {
            scenario.given(register(HAMLET, "HTX-1"), close(YESTERDAY))
                    .when(relocate(FAR_HAMLET, TODAY))
                    .isRefusedBy(BUSINESS_IS_NOT_CLOSED, YESTERDAY);
        }
    }

    @Nested
    final class ClosingABusiness {

        @Test
        void endsItOnThatDay() {
            scenario.given(register(HAMLET, "HTX-1"))
                    .when(close(TODAY))
                    .decides(new BusinessClosed(SHOP, HAMLET, TODAY));
        }

        @Test
        void refusesAClosedOneAndAnEarlierDay() {
            scenario.given(register(HAMLET, "HTX-1"), relocate(FAR_HAMLET, TODAY));

            scenario.when(close(YESTERDAY)).isRefusedBy(BUSINESS_CHANGES_ARE_IN_ORDER, TODAY);
            scenario.given(close(TODAY)).when(close(TODAY)).isRefusedBy(BUSINESS_IS_NOT_CLOSED, TODAY);
        }
    }

    @Nested
    final class ReopeningABusiness {

        @Test
        void letsItWorkAgain() {
            scenario.given(register(HAMLET, "HTX-1"), close(YESTERDAY))
                    .when(reopen(TODAY))
                    .decides(new BusinessReopened(SHOP, HAMLET, TODAY));
            scenario.given(close(TODAY));
        }

        @Test
        void refusesOneThatWorksAndAnEarlierDay() {
            scenario.given(register(HAMLET, "HTX-1")).when(reopen(TODAY)).isRefusedBy(BUSINESS_IS_CLOSED);
            scenario.given(close(TODAY)).when(reopen(YESTERDAY)).isRefusedBy(BUSINESS_CHANGES_ARE_IN_ORDER, TODAY);
        }
    }

    @Test
    void isKnownByDay() {
        Business business = new Business();
        business.evolve(new BusinessRegistered(SHOP, COOPERATIVE, HAMLET, "HTX-1", null));
        business.evolve(new BusinessRelocated(SHOP, HAMLET, FAR_HAMLET, YESTERDAY));
        business.evolve(new BusinessClosed(SHOP, FAR_HAMLET, TODAY));
        business.evolve(new BusinessReopened(SHOP, FAR_HAMLET, TODAY.plusDays(2)));

        assertThat(business.unit()).isEqualTo(FAR_HAMLET);
        assertThat(business.unitOn(YESTERDAY.minusDays(1))).isEqualTo(HAMLET);
        assertThat(business.unitOn(YESTERDAY)).isEqualTo(FAR_HAMLET);
        assertThat(business.inForceOn(YESTERDAY)).isTrue();
        assertThat(business.inForceOn(TODAY)).isFalse();
        assertThat(business.inForceOn(TODAY.plusDays(1))).isFalse();
        assertThat(business.inForceOn(TODAY.plusDays(2))).isTrue();
    }

    private static RegisterBusiness register(UnitId unit, String reference) {
        return new RegisterBusiness(SHOP, COOPERATIVE, unit, reference, null);
    }

    private static CorrectBusiness correct(BusinessKind kind, String reference, @Nullable Sealed name) {
        return new CorrectBusiness(SHOP, kind, reference, name, "Đăng ký nhầm loại hình");
    }

    private static RelocateBusiness relocate(UnitId unit, LocalDate from) {
        return new RelocateBusiness(SHOP, unit, from);
    }

    private static CloseBusiness close(LocalDate from) {
        return new CloseBusiness(SHOP, from);
    }

    private static ReopenBusiness reopen(LocalDate from) {
        return new ReopenBusiness(SHOP, from);
    }
}
