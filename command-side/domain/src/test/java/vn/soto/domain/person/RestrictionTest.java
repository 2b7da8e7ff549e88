package vn.soto.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.person.PersonRule.PROCESSING_IS_NOT_RESTRICTED;
import static vn.soto.domain.person.PersonRule.PROCESSING_IS_RESTRICTED;
import static vn.soto.domain.person.PersonRule.RESTRICTIONS_ARE_IN_ORDER;
import static vn.soto.domain.person.PersonRule.RESTRICTION_FOLLOWS_A_REQUEST_OF_THE_SAME_PERSON;
import static vn.soto.domain.person.PersonRule.RESTRICTION_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.LiftRestriction;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.person.PersonCommand.RestrictProcessing;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;

/** Nothing personal is recorded about a person who has objected, until the restriction is lifted. */
final class RestrictionTest extends SampleCommune {

    private static final Sealed NAME = new Sealed("name".repeat(8));
    private static final Subject HOME = Subject.of(HOUSEHOLD);
    private static final String REASON = "REQUEST_OF_PERSON";

    private final Scenario scenario =
            Scenario.at(NOW).approved().given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));

    private static RestrictProcessing restrict(Subject subject) {
        return new RestrictProcessing(subject, TODAY, null, REASON);
    }

    private static ReceiveSupportRequest request(String id, @Nullable HouseholdId household, @Nullable Sealed name) {
        return receive(new SupportRequestId(id), household, household == null ? HAMLET : null, TODAY, name, null);
    }

    @Test
    void noNameOfAHouseholdThatObjectedIsTakenDown() {
        scenario.when(restrict(HOME)).decides(new ProcessingRestricted(HOME, TODAY, null));
        scenario.when(new RecordHouseholdContact(HOUSEHOLD, NAME, null, null))
                .isRefusedBy(PROCESSING_IS_NOT_RESTRICTED, TODAY);
        scenario.when(request("r-1", HOUSEHOLD, NAME)).isRefusedBy(PROCESSING_IS_NOT_RESTRICTED, TODAY);
    }

    @Test
    void whatTheTeamDidWithoutNamesIsStillRecorded() {
        scenario.given(restrict(HOME), request("r-1", HOUSEHOLD, null));
        scenario.given(request("r-2", null, NAME));
    }

    @Test
    void othersAreNotConcerned() {
        scenario.given(restrict(Subject.parse("member:" + HOUSEHOLD.value())))
                .given(new RecordHouseholdContact(HOUSEHOLD, NAME, null, null));
        scenario.given(restrict(HOME))
                .when(new RecordMemberProfile(LAN, NAME, null))
                .decides(new MemberProfileRecorded(LAN, NAME, null));
    }

    @Test
    void onceLiftedNamesAreRecordedAgain() {
        scenario.given(restrict(HOME));
        scenario.when(new LiftRestriction(HOME, TODAY.minusDays(1), REASON))
                .isRefusedBy(RESTRICTIONS_ARE_IN_ORDER, TODAY);
        scenario.when(new LiftRestriction(HOME, TODAY, REASON)).decides(new RestrictionLifted(HOME, TODAY));
        scenario.given(new RecordHouseholdContact(HOUSEHOLD, NAME, null, null));
        scenario.when(new LiftRestriction(HOME, TODAY, REASON)).isRefusedBy(PROCESSING_IS_RESTRICTED);
        scenario.when(new RestrictProcessing(HOME, TODAY.minusDays(1), null, REASON))
                .isRefusedBy(RESTRICTIONS_ARE_IN_ORDER, TODAY);
    }

    @Test
    void aRestrictionIsEnteredOnceAndNotAhead() {
        scenario.given(restrict(HOME)).when(restrict(HOME)).isRefusedBy(PROCESSING_IS_NOT_RESTRICTED, TODAY);
        scenario.when(new RestrictProcessing(Subject.of(LAN), TODAY.plusDays(1), null, REASON))
                .isRefusedBy(RESTRICTION_IS_NOT_IN_THE_FUTURE, TODAY.plusDays(1), TODAY);
    }

    @Test
    void whoIsErasedHasNothingLeftToRestrict() {
        scenario.given(new EraseHouseholdData(HOUSEHOLD, ErasureBasis.PURPOSE_MET, REASON))
                .when(restrict(HOME))
                .isRefusedBy(SUBJECT_IS_NOT_ERASED);
    }

    @Test
    void aRestrictionNamesTheRequestOfThatVeryPerson() {
        DataRequestId asked = new DataRequestId("dr-1");
        scenario.given(new ReceiveDataRequest(asked, HOME, DataRequestKind.OBJECTION, null, TODAY));
        scenario.when(new RestrictProcessing(Subject.of(LAN), TODAY, asked, REASON))
                .isRefusedBy(RESTRICTION_FOLLOWS_A_REQUEST_OF_THE_SAME_PERSON);
        scenario.when(new RestrictProcessing(HOME, TODAY, asked, REASON))
                .decides(new ProcessingRestricted(HOME, TODAY, asked));
        scenario.when(new RestrictProcessing(Subject.of(LAN), TODAY, new DataRequestId("dr-none"), REASON))
                .isAboutSomethingAbsent("data-request", "dr-none");
    }

    @Test
    void erasingOnRequestIsPossibleAllTheSame() {
        assertThat(scenario.given(restrict(HOME))
                        .send(new EraseHouseholdData(HOUSEHOLD, ErasureBasis.REQUEST_OF_THE_SUBJECT, REASON)))
                .hasSize(2);
    }
}
