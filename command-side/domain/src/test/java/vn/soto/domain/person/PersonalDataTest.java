package vn.soto.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.person.PersonRule.ERASED_REQUEST_NAMES_NO_HOUSEHOLD;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.Erasure;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;

final class PersonalDataTest extends SampleCommune {

    private static final Sealed NAME = new Sealed("name".repeat(8));
    private static final Sealed PHONE = new Sealed("phone".repeat(8));
    private static final Sealed ADDRESS = new Sealed("address".repeat(8));
    private static final SupportRequestId REQUEST = new SupportRequestId("r-1");
    private static final String REASON = "Người dân có đơn yêu cầu";

    private final Scenario scenario = Scenario.at(NOW).approved();

    @Nested
    final class RecordingAMembersProfile {

        @Test
        void keepsWhatIsKnownAsAWhole() {
            scenario.when(new RecordMemberProfile(LAN, NAME, PHONE))
                    .decides(new MemberProfileRecorded(LAN, NAME, PHONE));
            scenario.when(new RecordMemberProfile(LAN, NAME, null)).decides(new MemberProfileRecorded(LAN, NAME, null));
        }

        @Test
        void refusesAnIdThatIsAPersonalNumber() {
            scenario.when(new RecordMemberProfile(new MemberId("079123456789"), NAME, null))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesWhoIsErased() {
            scenario.given(erase(LAN))
                    .when(new RecordMemberProfile(LAN, NAME, null))
                    .isRefusedBy(SUBJECT_IS_NOT_ERASED);
            scenario.when(new RecordMemberProfile(HUNG, NAME, null))
                    .decides(new MemberProfileRecorded(HUNG, NAME, null));
        }
    }

    @Nested
    final class RecordingAHouseholdsContact {

        private final RecordHouseholdContact contact = new RecordHouseholdContact(HOUSEHOLD, NAME, PHONE, ADDRESS);

        @Test
        void keepsWhatIsKnownAsAWhole() {
            scenario.given(units())
                    .given(register(HOUSEHOLD, HAMLET))
                    .when(contact)
                    .decides(new HouseholdContactRecorded(HOUSEHOLD, NAME, PHONE, ADDRESS));
        }

        @Test
        void asksForAHouseholdThatIsThere() {
            scenario.when(contact).isAboutSomethingAbsent("household", HOUSEHOLD);
        }

        @Test
        void refusesWhoIsErased() {
            scenario.given(units())
                    .given(register(HOUSEHOLD, HAMLET))
                    .given(new EraseHouseholdData(HOUSEHOLD, ErasureBasis.PURPOSE_MET, REASON))
                    .when(contact)
                    .isRefusedBy(SUBJECT_IS_NOT_ERASED);
        }
    }

    @Nested
    final class Erasing {

        @Test
        void listsEachSubjectInTheSameCommit() {
            scenario.when(erase(LAN))
                    .decides(
                            new PersonalDataErased(Subject.of(LAN), ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                            new ErasureListed(Subject.of(LAN), 1));
            Subject home = Subject.of(HOUSEHOLD);
            scenario.when(new EraseHouseholdData(HOUSEHOLD, ErasureBasis.PURPOSE_MET, REASON))
                    .decides(new PersonalDataErased(home, ErasureBasis.PURPOSE_MET, null), new ErasureListed(home, 2));
            BusinessId business = new BusinessId("b-1");
            Subject shop = Subject.of(business);
            scenario.when(new EraseBusinessData(business, ErasureBasis.ORDER_OF_AN_AUTHORITY, REASON))
                    .decides(
                            new PersonalDataErased(shop, ErasureBasis.ORDER_OF_AN_AUTHORITY, null),
                            new ErasureListed(shop, 3));
            assertThat(scenario.ledger().aggregate(ErasureEvent.LIST, 0, 10)).hasSize(3);
        }

        @Test
        void isForAdministratorsAlone() {
            assertThat(erasures())
                    .allSatisfy(kind -> assertThat(Command.issued(kind).by()).isEmpty());
        }

        @Test
        void isThereForEachKindOfSubject() {
            assertThat(Stream.of(
                                    new EraseMemberData(LAN, ErasureBasis.PURPOSE_MET, REASON),
                                    new EraseHouseholdData(HOUSEHOLD, ErasureBasis.PURPOSE_MET, REASON),
                                    new EraseBusinessData(new BusinessId("b-1"), ErasureBasis.PURPOSE_MET, REASON),
                                    new EraseRequestData(REQUEST, ErasureBasis.PURPOSE_MET, REASON))
                            .map(erasure -> erasure.about().kind()))
                    .containsExactly(SubjectKind.values());
        }

        @Test
        void refusesToEraseTwice() {
            scenario.given(erase(LAN)).when(erase(LAN)).isRefusedBy(SUBJECT_IS_NOT_ERASED);
        }

        @Test
        void tellsAMemberFromAHouseholdOfTheSameId() {
            HouseholdId home = new HouseholdId(LAN.value());
            scenario.given(erase(LAN)).given(new EraseHouseholdData(home, ErasureBasis.CONSENT_WITHDRAWN, REASON));
        }

        @Test
        void asksForAReasonWithoutPersonalNumbers() {
            scenario.when(new EraseMemberData(LAN, ErasureBasis.PURPOSE_MET, "theo đơn của 0912 345 678"))
                    .isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
        }
    }

    @Nested
    final class ErasingWhatARequesterLeft {

        private final EraseRequestData erasure =
                new EraseRequestData(REQUEST, ErasureBasis.REQUEST_OF_THE_SUBJECT, REASON);

        @Test
        void listsTheRequestAsASubject() {
            Subject about = Subject.of(REQUEST);
            scenario.given(units())
                    .given(receive(null, HAMLET))
                    .when(erasure)
                    .decides(
                            new PersonalDataErased(about, ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                            new ErasureListed(about, 1));
        }

        @Test
        void refusesARequestThatNamesAHousehold() {
            scenario.given(units())
                    .given(register(HOUSEHOLD, HAMLET), receive(HOUSEHOLD, null))
                    .when(erasure)
                    .isRefusedBy(ERASED_REQUEST_NAMES_NO_HOUSEHOLD, HOUSEHOLD.value());
        }

        @Test
        void asksForARequestThatIsThere() {
            scenario.when(erasure).isAboutSomethingAbsent("support-request", REQUEST);
        }

        @Test
        void refusesToEraseTwice() {
            scenario.given(units())
                    .given(receive(null, HAMLET), erasure)
                    .when(erasure)
                    .isRefusedBy(SUBJECT_IS_NOT_ERASED);
        }

        @Test
        void asksForAReasonWithoutPersonalNumbers() {
            scenario.given(units()).given(receive(null, HAMLET));
            scenario.when(new EraseRequestData(REQUEST, ErasureBasis.PURPOSE_MET, "theo đơn của 0912 345 678"))
                    .isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
        }

        private static ReceiveSupportRequest receive(@Nullable HouseholdId household, @Nullable UnitId unit) {
            return SampleCommune.receive(REQUEST, household, unit, TODAY, NAME, PHONE);
        }
    }

    private static List<Class<? extends Command>> erasures() {
        return Stream.of(PersonCommand.class.getPermittedSubclasses())
                .filter(Erasure.class::isAssignableFrom)
                .<Class<? extends Command>>map(kind -> kind.asSubclass(Command.class))
                .toList();
    }

    private static EraseMemberData erase(MemberId member) {
        return new EraseMemberData(member, ErasureBasis.REQUEST_OF_THE_SUBJECT, REASON);
    }
}
