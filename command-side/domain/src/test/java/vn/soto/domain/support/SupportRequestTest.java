package vn.soto.domain.support;

import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.support.SupportRule.REQUEST_COMES_FROM_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.support.SupportRule.REQUEST_HAS_SOME_TOPIC;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_CLOSED;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_NOT_CLOSED;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_RESOLVED_BY_A_MEMBER;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_TAKEN;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_TAKEN_BY_A_MEMBER;
import static vn.soto.domain.support.SupportRule.REQUEST_IS_TAKEN_ONCE;
import static vn.soto.domain.support.SupportRule.REQUEST_NAMES_EITHER_A_HOUSEHOLD_OR_A_UNIT;
import static vn.soto.domain.support.SupportRule.REQUEST_STEPS_ARE_IN_ORDER;
import static vn.soto.domain.support.SupportRule.REQUEST_STEP_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.support.SupportRule.RESOLVING_ASSISTANCE_COUNTS_FOR_THE_TEAM;
import static vn.soto.domain.support.SupportRule.RESOLVING_ASSISTANCE_WAS_GIVEN_AFTER_THE_REQUEST;
import static vn.soto.domain.support.SupportRule.TAKING_TEAM_COVERS_UNIT;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;

final class SupportRequestTest extends SampleCommune {

    private static final SupportRequestId REQUEST = new SupportRequestId("r-1");
    private static final String REASON = "Đã gọi lại ba lần";
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);
    private static final Sealed SEALED = new Sealed("AAECAwQFBgcICQoLDA0ODw_-");

    /** The standard policy allows five days, so yesterday is the last day in time. */
    private static final LocalDate RECEIVED = TODAY.minusDays(6);

    private static final LocalDate DUE = TODAY.minusDays(1);

    private static final SupportRequestReceived RECEIVED_IN_TIME = new SupportRequestReceived(
            REQUEST, HAMLET, HOUSEHOLD, RequestSource.HOTLINE, TOPICS, RECEIVED, DUE, SEALED, SEALED, null);

    private final Scenario scenario =
            Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam(), register(HOUSEHOLD, HAMLET));

    @Nested
    final class Receiving {

        @Test
        void takesTheUnitFromTheHousehold() {
            scenario.when(receive(HOUSEHOLD, null, RECEIVED)).decides(RECEIVED_IN_TIME);
        }

        @Test
        void acceptsAUnitWhereTheHouseholdIsNotKnown() {
            scenario.when(new ReceiveSupportRequest(
                            null, REQUEST, HAMLET, RequestSource.ZALO, TOPICS, TODAY, null, null, SEALED))
                    .decides(new SupportRequestReceived(
                            REQUEST,
                            HAMLET,
                            null,
                            RequestSource.ZALO,
                            TOPICS,
                            TODAY,
                            TODAY.plusDays(5),
                            null,
                            null,
                            SEALED));
        }

        @Test
        void refusesBothAndNeither() {
            scenario.when(receive(HOUSEHOLD, HAMLET, TODAY)).isRefusedBy(REQUEST_NAMES_EITHER_A_HOUSEHOLD_OR_A_UNIT);
            scenario.when(receive(null, null, TODAY)).isRefusedBy(REQUEST_NAMES_EITHER_A_HOUSEHOLD_OR_A_UNIT);
        }

        @Test
        void refusesAUnitWhereNobodyLivesDirectly() {
            scenario.when(receive(null, COMMUNE, TODAY)).isRefusedBy(REQUEST_COMES_FROM_A_RESIDENTIAL_UNIT);
        }

        @Test
        void refusesNoTopic() {
            scenario.when(new ReceiveSupportRequest(
                            HOUSEHOLD, REQUEST, null, RequestSource.ZALO, List.of(), TODAY, null, null, null))
                    .isRefusedBy(REQUEST_HAS_SOME_TOPIC);
        }

        @Test
        void acceptsTodayAndRefusesTomorrow() {
            LocalDate tomorrow = TODAY.plusDays(1);

            scenario.when(receive(HOUSEHOLD, null, tomorrow))
                    .isRefusedBy(REQUEST_STEP_IS_NOT_IN_THE_FUTURE, tomorrow, TODAY);
            scenario.given(receive(HOUSEHOLD, null, TODAY));
        }

        @Test
        void refusesAPersonalNumberAsId() {
            scenario.when(new ReceiveSupportRequest(
                            HOUSEHOLD,
                            new SupportRequestId("r-0912345678"),
                            null,
                            RequestSource.ZALO,
                            TOPICS,
                            TODAY,
                            null,
                            null,
                            null))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void missesAHouseholdOrUnitThatDoesNotExist() {
            HouseholdId nobody = new HouseholdId("h-none");

            scenario.when(receive(nobody, null, TODAY)).isAboutSomethingAbsent("household", nobody);
            scenario.when(receive(null, NOWHERE, TODAY)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void isDueByThePolicyOfThatDay() {
            Terms terms = new Terms(3, 220, 5, 30, 2, CreditRule.EQUAL_SHARES, List.of());
            scenario.decidedByTwo(new AdoptPolicy(terms, signedOn(RECEIVED), RECEIVED.plusDays(1)));

            scenario.when(receive(HOUSEHOLD, null, RECEIVED)).decides(RECEIVED_IN_TIME);
            SupportRequestId next = new SupportRequestId("r-2");
            LocalDate day = RECEIVED.plusDays(1);
            scenario.when(new ReceiveSupportRequest(
                            HOUSEHOLD, next, null, RequestSource.IN_PERSON, TOPICS, day, null, null, null))
                    .decides(new SupportRequestReceived(
                            next,
                            HAMLET,
                            HOUSEHOLD,
                            RequestSource.IN_PERSON,
                            TOPICS,
                            day,
                            day.plusDays(2),
                            null,
                            null,
                            null));
        }
    }

    @Nested
    final class Taking {

        private final Scenario received = scenario.given(receive(HOUSEHOLD, null, RECEIVED));

        @Test
        void putsAMemberInCharge() {
            received.when(take(LAN, TODAY)).decides(new SupportRequestTaken(REQUEST, HAMLET, TEAM, LAN, TODAY));
        }

        @Test
        void refusesASecondMemberAndTheSameOneAgain() {
            received.given(take(LAN, TODAY));

            received.when(take(HUNG, TODAY)).isRefusedBy(REQUEST_IS_TAKEN_ONCE);
            received.when(take(LAN, TODAY)).isRefusedBy(REQUEST_IS_TAKEN_ONCE);
        }

        @Test
        void refusesATeamThatDoesNotCoverTheUnit() {
            received.when(new TakeSupportRequest(REQUEST, FAR_TEAM, TUAN, TODAY))
                    .isRefusedBy(TAKING_TEAM_COVERS_UNIT, TODAY);
        }

        @Test
        void refusesWhoIsNoMemberOnThatDay() {
            received.given(end(MAI, TODAY.minusDays(1)));

            received.when(take(MAI, TODAY)).isRefusedBy(REQUEST_IS_TAKEN_BY_A_MEMBER, TODAY);
            received.when(take(TUAN, TODAY)).isRefusedBy(REQUEST_IS_TAKEN_BY_A_MEMBER, TODAY);
            received.given(take(MAI, TODAY.minusDays(1)));
        }

        @Test
        void refusesADayBeforeTheRequestAndTheFuture() {
            LocalDate before = RECEIVED.minusDays(1);
            LocalDate tomorrow = TODAY.plusDays(1);

            received.when(take(LAN, before)).isRefusedBy(REQUEST_STEPS_ARE_IN_ORDER, RECEIVED);
            received.when(take(LAN, tomorrow)).isRefusedBy(REQUEST_STEP_IS_NOT_IN_THE_FUTURE, tomorrow, TODAY);
            received.given(take(LAN, RECEIVED));
        }

        @Test
        void refusesAClosedRequest() {
            received.given(decline(TODAY)).when(take(LAN, TODAY)).isRefusedBy(REQUEST_IS_NOT_CLOSED);
        }

        @Test
        void missesATeamThatDoesNotExist() {
            TeamId none = new TeamId("team-none");

            received.when(new TakeSupportRequest(REQUEST, none, LAN, TODAY)).isAboutSomethingAbsent("team", none);
        }
    }

    @Nested
    final class Releasing {

        private final Scenario received = scenario.given(receive(HOUSEHOLD, null, RECEIVED));

        @Test
        void letsSomebodyElseTakeIt() {
            received.given(take(LAN, DUE))
                    .when(new ReleaseSupportRequest(REQUEST, DUE))
                    .decides(new SupportRequestReleased(REQUEST, HAMLET, TEAM, LAN, DUE));
            received.given(take(HUNG, DUE));
        }

        @Test
        void refusesWhatNobodyHasTakenOrIsClosed() {
            received.when(new ReleaseSupportRequest(REQUEST, TODAY)).isRefusedBy(REQUEST_IS_TAKEN);
            received.given(decline(TODAY))
                    .when(new ReleaseSupportRequest(REQUEST, TODAY))
                    .isRefusedBy(REQUEST_IS_NOT_CLOSED);
        }

        @Test
        void refusesADayBeforeItWasTakenAndTheFuture() {
            LocalDate tomorrow = TODAY.plusDays(1);
            received.given(take(LAN, DUE));

            received.when(new ReleaseSupportRequest(REQUEST, DUE.minusDays(1)))
                    .isRefusedBy(REQUEST_STEPS_ARE_IN_ORDER, DUE);
            received.when(new ReleaseSupportRequest(REQUEST, tomorrow))
                    .isRefusedBy(REQUEST_STEP_IS_NOT_IN_THE_FUTURE, tomorrow, TODAY);
        }
    }

    @Nested
    final class Resolving {

        private final Scenario taken = scenario.given(receive(HOUSEHOLD, null, RECEIVED), take(LAN, RECEIVED));

        @Test
        void saysWhatCameOfItByWhom() {
            taken.when(resolve(null, DUE))
                    .decides(new SupportRequestResolved(REQUEST, HAMLET, TEAM, LAN, RequestOutcome.DONE, null, DUE));
        }

        @Test
        void flagsARequestResolvedAfterItsDueDay() {
            taken.when(resolve(null, TODAY))
                    .decides(
                            new SupportRequestResolved(REQUEST, HAMLET, TEAM, LAN, RequestOutcome.DONE, null, TODAY),
                            new SupportRequestFlaggedLate(REQUEST, HAMLET, TEAM, DUE, TODAY));
        }

        @Test
        void warnsOnlyAfterTheDueDay() {
            taken.when(resolve(null, DUE)).warns();
            taken.given(reopen(DUE), take(LAN, DUE)).when(resolve(null, TODAY)).warns();
        }

        @Test
        void warnsOfALateOne() {
            taken.when(resolve(null, TODAY)).warns(new Warning(Code.REQUEST_IS_RESOLVED_LATE, List.of(DUE, TODAY)));
        }

        @Test
        void namesTheHelpThatAnswersIt() {
            taken.given(record(at(DUE, "09:00"), HUNG))
                    .when(resolve(ASSISTANCE, DUE))
                    .decides(new SupportRequestResolved(
                            REQUEST, HAMLET, TEAM, LAN, RequestOutcome.DONE, ASSISTANCE, DUE));
        }

        @Test
        void refusesHelpThatIsVoidedOrOfAnotherTeam() {
            TeamId other = new TeamId("team-3");
            taken.given(record(at(DUE, "09:00"), HUNG), new VoidAssistance(ASSISTANCE, REASON))
                    .when(resolve(ASSISTANCE, DUE))
                    .isRefusedBy(RESOLVING_ASSISTANCE_COUNTS_FOR_THE_TEAM);
            SupportRequestId next = new SupportRequestId("r-2");
            AssistanceId ours = new AssistanceId("a-2");
            taken.given(
                            form(other, HAMLET, TUAN, HUNG, MAI),
                            new RecordAssistance(ours, TEAM, HOUSEHOLD, List.of(LAN), content(at(DUE, "10:00"))),
                            new ReceiveSupportRequest(
                                    HOUSEHOLD, next, null, RequestSource.ZALO, TOPICS, RECEIVED, null, null, null),
                            new TakeSupportRequest(next, other, TUAN, DUE))
                    .when(new ResolveSupportRequest(next, RequestOutcome.DONE, ours, DUE))
                    .isRefusedBy(RESOLVING_ASSISTANCE_COUNTS_FOR_THE_TEAM);
        }

        @Test
        void waitsAgainOnceTheHelpThatAnsweredItIsVoided() {
            Scenario resolved = taken.given(record(at(DUE, "09:00"), HUNG)).given(resolve(ASSISTANCE, DUE));
            resolved.when(new VoidAssistance(ASSISTANCE, REASON))
                    .decides(
                            new AssistanceVoided(ASSISTANCE, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET)),
                            new SupportRequestReopened(REQUEST, HAMLET, TEAM, TODAY, TODAY.plusDays(5)));
            resolved.given(take(HUNG, TODAY));
        }

        @Test
        void staysResolvedIfOtherHelpIsVoided() {
            AssistanceId other = new AssistanceId("a-2");
            Scenario resolved = taken.given(
                    record(at(DUE, "09:00"), HUNG),
                    new RecordAssistance(other, TEAM, HOUSEHOLD, List.of(LAN), content(at(DUE, "10:00"))),
                    resolve(ASSISTANCE, DUE),
                    reopen(DUE),
                    take(LAN, DUE),
                    resolve(other, DUE),
                    new VoidAssistance(ASSISTANCE, REASON));
            resolved.when(take(LAN, TODAY)).isRefusedBy(REQUEST_IS_NOT_CLOSED);
        }

        @Test
        void isNotAnsweredByHelpGivenBeforeIt() {
            LocalDate before = RECEIVED.minusDays(1);

            taken.given(record(at(before, "09:00"), HUNG))
                    .when(resolve(ASSISTANCE, DUE))
                    .isRefusedBy(RESOLVING_ASSISTANCE_WAS_GIVEN_AFTER_THE_REQUEST, before, RECEIVED);
        }

        @Test
        void isAnsweredByHelpGivenOnTheDayItWasReceived() {
            taken.given(record(at(RECEIVED, "07:00"), HUNG)).given(resolve(ASSISTANCE, DUE));
        }

        @Test
        void missesHelpThatDoesNotExist() {
            taken.when(resolve(ASSISTANCE, DUE)).isAboutSomethingAbsent("assistance", ASSISTANCE);
        }

        @Test
        void refusesADayOnWhichWhoeverTookItWasNoMember() {
            taken.given(end(LAN, DUE)).when(resolve(null, TODAY)).isRefusedBy(REQUEST_IS_RESOLVED_BY_A_MEMBER, TODAY);
            taken.given(resolve(null, DUE));
        }

        @Test
        void refusesWhatNobodyHasTakenOrIsClosed() {
            taken.given(new ReleaseSupportRequest(REQUEST, DUE))
                    .when(resolve(null, DUE))
                    .isRefusedBy(REQUEST_IS_TAKEN);
            taken.given(take(HUNG, DUE), resolve(null, DUE))
                    .when(resolve(null, DUE))
                    .isRefusedBy(REQUEST_IS_NOT_CLOSED);
        }

        @Test
        void refusesADayBeforeItWasTakenAndTheFuture() {
            LocalDate tomorrow = TODAY.plusDays(1);

            taken.when(resolve(null, RECEIVED.minusDays(1))).isRefusedBy(REQUEST_STEPS_ARE_IN_ORDER, RECEIVED);
            taken.when(resolve(null, tomorrow)).isRefusedBy(REQUEST_STEP_IS_NOT_IN_THE_FUTURE, tomorrow, TODAY);
        }
    }

    @Nested
    final class Declining {

        private final Scenario received = scenario.given(receive(HOUSEHOLD, null, RECEIVED));

        @Test
        void closesARequestNobodyHasTaken() {
            received.when(decline(TODAY))
                    .decides(new SupportRequestDeclined(REQUEST, HAMLET, null, DeclineReason.CANNOT_BE_REACHED, TODAY));
        }

        @Test
        void namesTheTeamThatHadTakenIt() {
            received.given(take(LAN, TODAY))
                    .when(decline(TODAY))
                    .decides(new SupportRequestDeclined(REQUEST, HAMLET, TEAM, DeclineReason.CANNOT_BE_REACHED, TODAY));
        }

        @Test
        void needsAReasonWithoutPersonalNumbers() {
            received.when(new DeclineSupportRequest(REQUEST, DeclineReason.OTHER, "Gọi số 0912345678", TODAY))
                    .isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesAClosedRequestADayBeforeTheLastStepAndTheFuture() {
            LocalDate tomorrow = TODAY.plusDays(1);

            received.when(decline(RECEIVED.minusDays(1))).isRefusedBy(REQUEST_STEPS_ARE_IN_ORDER, RECEIVED);
            received.when(decline(tomorrow)).isRefusedBy(REQUEST_STEP_IS_NOT_IN_THE_FUTURE, tomorrow, TODAY);
            received.given(decline(TODAY)).when(decline(TODAY)).isRefusedBy(REQUEST_IS_NOT_CLOSED);
        }
    }

    @Nested
    final class Reopening {

        private final Scenario resolved =
                scenario.given(receive(HOUSEHOLD, null, RECEIVED), take(LAN, RECEIVED), resolve(null, DUE));

        @Test
        void letsItWaitForSomebodyAgainWithANewDueDay() {
            resolved.when(reopen(TODAY))
                    .decides(new SupportRequestReopened(REQUEST, HAMLET, TEAM, TODAY, TODAY.plusDays(5)));
            resolved.when(resolve(null, TODAY)).isRefusedBy(REQUEST_IS_TAKEN);
            resolved.given(take(HUNG, TODAY));
        }

        @Test
        void alsoOpensADeclinedRequest() {
            SupportRequestId other = new SupportRequestId("r-2");
            resolved.given(
                            new ReceiveSupportRequest(
                                    null, other, FAR_HAMLET, RequestSource.ZALO, TOPICS, TODAY, null, null, null),
                            new DeclineSupportRequest(other, DeclineReason.DUPLICATE, REASON, TODAY))
                    .when(new ReopenSupportRequest(other, TODAY, null, REASON))
                    .decides(new SupportRequestReopened(other, FAR_HAMLET, null, TODAY, TODAY.plusDays(5)));
        }

        @Test
        void refusesAnOpenRequest() {
            resolved.given(reopen(TODAY)).when(reopen(TODAY)).isRefusedBy(REQUEST_IS_CLOSED);
        }

        @Test
        void refusesADayBeforeItWasClosedAndTheFuture() {
            LocalDate tomorrow = TODAY.plusDays(1);

            resolved.when(reopen(DUE.minusDays(1))).isRefusedBy(REQUEST_STEPS_ARE_IN_ORDER, DUE);
            resolved.when(reopen(tomorrow)).isRefusedBy(REQUEST_STEP_IS_NOT_IN_THE_FUTURE, tomorrow, TODAY);
        }
    }

    private static ReceiveSupportRequest receive(
            @Nullable HouseholdId household, @Nullable UnitId unit, LocalDate receivedOn) {
        return new ReceiveSupportRequest(
                household, REQUEST, unit, RequestSource.HOTLINE, TOPICS, receivedOn, SEALED, SEALED, null);
    }

    private static TakeSupportRequest take(MemberId member, LocalDate day) {
        return new TakeSupportRequest(REQUEST, TEAM, member, day);
    }

    private static ResolveSupportRequest resolve(@Nullable AssistanceId assistance, LocalDate day) {
        return new ResolveSupportRequest(REQUEST, RequestOutcome.DONE, assistance, day);
    }

    private static DeclineSupportRequest decline(LocalDate day) {
        return new DeclineSupportRequest(REQUEST, DeclineReason.CANNOT_BE_REACHED, REASON, day);
    }

    private static ReopenSupportRequest reopen(LocalDate day) {
        return new ReopenSupportRequest(REQUEST, day, null, REASON);
    }
}
