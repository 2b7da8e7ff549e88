package vn.soto.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.household.ConsentPurpose.CONTACT;
import static vn.soto.contracts.household.ConsentPurpose.PHOTO;
import static vn.soto.domain.household.ConsentRule.CONSENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_IN_FORCE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_NOT_RECORDED_TWICE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS;
import static vn.soto.domain.household.ConsentRule.CONSENT_NAMES_A_VERSION_OF_ITS_TEXT;
import static vn.soto.domain.household.ConsentRule.WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE;
import static vn.soto.domain.household.ConsentRule.WITNESS_BELONGS_TO_TEAM;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.ConsentCommand.TakeBackConsentWithdrawal;
import vn.soto.domain.household.ConsentCommand.WithdrawConsent;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.shared.Warnings;

final class ConsentsTest extends SampleCommune {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));

    @Nested
    final class RecordingAConsent {

        @Test
        void keepsWhatWasAgreedAndHowThatCanBeShown() {
            scenario.when(consent(CONTACT, 1, TODAY))
                    .decides(new ConsentRecorded(
                            HOUSEHOLD, new Consent(CONTACT, 1, ConsentMethod.SPOKEN, TEAM, LAN, TODAY)));
        }

        @Test
        void takesANewVersionOfTheTextAndEachPurposeByItself() {
            scenario.given(consent(CONTACT, 1, YESTERDAY), consent(CONTACT, 2, TODAY), consent(PHOTO, 1, FOUNDED));
        }

        @Test
        void refusesTheSameVersionAgainUntilItIsWithdrawn() {
            scenario.given(consent(CONTACT, 1, FOUNDED))
                    .when(consent(CONTACT, 1, TODAY))
                    .isRefusedBy(CONSENT_IS_NOT_RECORDED_TWICE);
            scenario.given(withdraw(CONTACT, YESTERDAY), consent(CONTACT, 1, TODAY));
        }

        @Test
        void refusesAVersionThatIsNone() {
            scenario.when(consent(CONTACT, 0, TODAY)).isRefusedBy(CONSENT_NAMES_A_VERSION_OF_ITS_TEXT);
        }

        @Test
        void acceptsTodayAndRefusesTomorrow() {
            scenario.when(consent(CONTACT, 1, TOMORROW)).isRefusedBy(CONSENT_IS_NOT_IN_THE_FUTURE, TOMORROW, TODAY);
            scenario.given(consent(CONTACT, 1, TODAY));
        }

        @Test
        void acceptsTheDayOfTheLastChangeAndRefusesTheDayBefore() {
            scenario.given(consent(CONTACT, 1, YESTERDAY));

            scenario.when(consent(CONTACT, 2, YESTERDAY.minusDays(1))).isRefusedBy(CONSENTS_ARE_IN_ORDER, YESTERDAY);
            scenario.given(consent(CONTACT, 2, YESTERDAY));
        }

        @Test
        void refusesAWitnessWhoIsNoMemberOnThatDay() {
            LocalDate before = FOUNDED.minusDays(1);
            scenario.when(consent(CONTACT, 1, before)).isRefusedBy(WITNESS_BELONGS_TO_TEAM, before);
            scenario.when(witnessed(HOUSEHOLD, TUAN)).isRefusedBy(WITNESS_BELONGS_TO_TEAM, TODAY);
        }

        @Test
        void refusesADuplicateAndAWithdrawnRegistration() {
            HouseholdId duplicate = new HouseholdId("h-2");
            HouseholdId mistake = new HouseholdId("h-3");
            scenario.given(register(duplicate, HAMLET), register(mistake, HAMLET))
                    .given(new MergeDuplicateHouseholds(duplicate, HOUSEHOLD, "Đăng ký hai lần"))
                    .given(new WithdrawRegistration(mistake, "Nhập nhầm tệp"));

            scenario.when(witnessed(duplicate, LAN)).isRefusedBy(CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS);
            scenario.when(witnessed(mistake, LAN)).isRefusedBy(CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS);
        }

        @Test
        void missesAHouseholdThatDoesNotExist() {
            HouseholdId nobody = new HouseholdId("h-nobody");
            scenario.when(witnessed(nobody, LAN)).isAboutSomethingAbsent("household", nobody);
        }
    }

    @Nested
    final class WithdrawingAConsent {

        @Test
        void endsItOnThatDay() {
            scenario.given(consent(CONTACT, 1, FOUNDED))
                    .when(withdraw(CONTACT, TODAY))
                    .decides(new ConsentWithdrawn(HOUSEHOLD, CONTACT, TODAY));
        }

        @Test
        void isPossibleForADuplicateToo() {
            HouseholdId other = new HouseholdId("h-2");
            scenario.given(register(other, HAMLET), consent(CONTACT, 1, FOUNDED))
                    .given(new MergeDuplicateHouseholds(HOUSEHOLD, other, "Đăng ký hai lần"))
                    .given(withdraw(CONTACT, TODAY));
        }

        @Test
        void refusesWhatWasNeverAgreedOrIsWithdrawnAlready() {
            scenario.when(withdraw(CONTACT, TODAY)).isRefusedBy(CONSENT_IS_IN_FORCE);
            scenario.given(consent(CONTACT, 1, FOUNDED), withdraw(CONTACT, YESTERDAY));
            scenario.when(withdraw(CONTACT, TODAY)).isRefusedBy(CONSENT_IS_IN_FORCE);
            scenario.when(withdraw(PHOTO, TODAY)).isRefusedBy(CONSENT_IS_IN_FORCE);
        }

        @Test
        void refusesADayBeforeTheConsentAndADayInTheFuture() {
            scenario.given(consent(CONTACT, 1, YESTERDAY));

            scenario.when(withdraw(CONTACT, YESTERDAY.minusDays(1))).isRefusedBy(CONSENTS_ARE_IN_ORDER, YESTERDAY);
            scenario.when(withdraw(CONTACT, TOMORROW)).isRefusedBy(CONSENT_IS_NOT_IN_THE_FUTURE, TOMORROW, TODAY);
        }
    }

    @Test
    void holdFromTheirDayToTheDayBeforeTheirWithdrawal() {
        Consents consents = new Consents();
        consents.evolve(new ConsentRecorded(
                HOUSEHOLD, new Consent(CONTACT, 1, ConsentMethod.SIGNED_FORM, TEAM, LAN, YESTERDAY)));
        consents.evolve(new ConsentWithdrawn(HOUSEHOLD, CONTACT, TOMORROW));

        assertThat(consents.hold(CONTACT, YESTERDAY.minusDays(1))).isFalse();
        assertThat(consents.hold(CONTACT, YESTERDAY)).isTrue();
        assertThat(consents.hold(CONTACT, TODAY)).isTrue();
        assertThat(consents.hold(CONTACT, TOMORROW)).isFalse();
        assertThat(consents.hold(PHOTO, TODAY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ConsentPurpose.class)
    void warnWhereOneWasNeededAndMissing(ConsentPurpose purpose) {
        assertThat(Warnings.of(List.of(new ConsentFlaggedMissing(HOUSEHOLD, purpose, TODAY))))
                .containsExactly(new Warning(Flag.Code.valueOf(purpose.name() + "_LACKS_CONSENT"), List.of(TODAY)));
    }

    private static RecordConsent consent(ConsentPurpose purpose, int version, LocalDate day) {
        return new RecordConsent(HOUSEHOLD, purpose, version, ConsentMethod.SPOKEN, TEAM, LAN, day);
    }

    private static RecordConsent witnessed(HouseholdId household, MemberId witness) {
        return new RecordConsent(household, CONTACT, 1, ConsentMethod.SPOKEN, TEAM, witness, TODAY);
    }

    @Nested
    final class TakingBackAWithdrawal {

        @Test
        void aConsentWithdrawnByMistakeHoldsAgain() {
            scenario.given(consent(CONTACT, 1, YESTERDAY.minusDays(9)), withdraw(CONTACT, YESTERDAY));
            scenario.when(takeBack(CONTACT, YESTERDAY))
                    .decides(new ConsentWithdrawalTakenBack(HOUSEHOLD, CONTACT, YESTERDAY));
            scenario.when(withdraw(CONTACT, YESTERDAY.minusDays(3)))
                    .decides(new ConsentWithdrawn(HOUSEHOLD, CONTACT, YESTERDAY.minusDays(3)));
        }

        @Test
        void aConsentOfTheSameDayHoldsAgainToo() {
            scenario.given(consent(CONTACT, 1, YESTERDAY), withdraw(CONTACT, YESTERDAY), takeBack(CONTACT, YESTERDAY));
            scenario.when(consent(CONTACT, 1, TODAY)).isRefusedBy(CONSENT_IS_NOT_RECORDED_TWICE);
            scenario.given(withdraw(CONTACT, TODAY));
        }

        @Test
        void onlyTheLastChangeIsTakenBack() {
            scenario.when(takeBack(CONTACT, YESTERDAY))
                    .isRefusedBy(WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE, YESTERDAY);
            scenario.given(consent(CONTACT, 1, FOUNDED))
                    .when(takeBack(CONTACT, FOUNDED))
                    .isRefusedBy(WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE, FOUNDED);
            scenario.given(withdraw(CONTACT, YESTERDAY), consent(CONTACT, 2, TODAY))
                    .when(takeBack(CONTACT, YESTERDAY))
                    .isRefusedBy(WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE, YESTERDAY);
        }

        private TakeBackConsentWithdrawal takeBack(ConsentPurpose purpose, LocalDate from) {
            return new TakeBackConsentWithdrawal(HOUSEHOLD, purpose, from, "WRONG_ENTRY");
        }
    }

    private static WithdrawConsent withdraw(ConsentPurpose purpose, LocalDate from) {
        return new WithdrawConsent(HOUSEHOLD, purpose, from);
    }
}
