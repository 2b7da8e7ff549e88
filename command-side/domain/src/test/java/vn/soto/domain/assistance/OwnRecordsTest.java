package vn.soto.domain.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.shared.CommonRule.JUST_RECORDED_IS_TAKEN_BACK_AT_ONCE_BY_WHO_RECORDED_IT;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_IS_CORRECTED_IN_TIME;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_NAMES_WHO_CORRECTS_IT;
import static vn.soto.domain.shared.CommonRule.WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;

final class OwnRecordsTest extends SampleCommune {

    private static final String REASON = "Ghi nhầm";
    private static final Instant HELPED = at(TODAY, "08:00");
    private static final Beneficiary HELPED_HOUSEHOLD = Beneficiary.of(HOUSEHOLD, HAMLET);

    private Instant now = at(TODAY, "09:30");
    private final Scenario scenario = new Scenario(clock(), DefaultPolicy.standard())
            .given(units())
            .given(formTeam(), register(HOUSEHOLD, HAMLET));

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private Scenario recordedByAMember() {
        return scenario.as("member").having(Role.MEMBER).given(record(HELPED, HUNG, LAN));
    }

    private static VoidAssistance takeBack(@Nullable MemberId by) {
        return new VoidAssistance(ASSISTANCE, by, REASON);
    }

    private static CorrectAssistance correct(@Nullable MemberId by, AssistanceContent right) {
        return new CorrectAssistance(ASSISTANCE, null, null, right, null, null, null, null, by, REASON);
    }

    @Test
    void aMemberTakesBackWhatSheRecordedThisMorningWithoutAnOfficer() {
        recordedByAMember()
                .when(takeBack(LAN))
                .decides(new AssistanceVoided(ASSISTANCE, TEAM, HELPED_HOUSEHOLD, LAN, List.of()));
    }

    @Test
    void whatWasJustRecordedIsTakenBackWithinAMinuteByWhoRecordedIt() {
        recordedByAMember();
        now = now.plusSeconds(60);
        scenario.when(justRecorded(LAN))
                .decides(new AssistanceVoided(ASSISTANCE, TEAM, HELPED_HOUSEHOLD, LAN, List.of()));
    }

    @Test
    void whatWasRecordedLongerAgoWasNotJustRecorded() {
        recordedByAMember();
        now = now.plusSeconds(60).plusMillis(1);
        scenario.when(justRecorded(LAN)).isRefusedBy(JUST_RECORDED_IS_TAKEN_BACK_AT_ONCE_BY_WHO_RECORDED_IT, 60L);
    }

    /** An officer may take back any record, and says truly why. */
    @Test
    void nobodyElseJustRecordedIt() {
        recordedByAMember();
        scenario.as("officer")
                .having(Role.OFFICER)
                .when(justRecorded(null))
                .isRefusedBy(JUST_RECORDED_IS_TAKEN_BACK_AT_ONCE_BY_WHO_RECORDED_IT, 60L);
    }

    private static VoidAssistance justRecorded(@Nullable MemberId by) {
        return new VoidAssistance(ASSISTANCE, by, ReasonCode.JUST_RECORDED.name());
    }

    @Test
    void aMemberCorrectsTheHourOfHerOwnRecordAndHerNameStaysWithIt() {
        AssistanceContent right = content(at(TODAY, "07:15"));

        recordedByAMember()
                .when(correct(LAN, right))
                .decides(new AssistanceCorrected(
                        ASSISTANCE,
                        TEAM,
                        HELPED_HOUSEHOLD,
                        null,
                        right,
                        List.of(ServiceCategory.VNEID),
                        null,
                        null,
                        LAN,
                        List.of()));
    }

    @Test
    void aMemberCannotTakeBackWhatAnotherAccountRecorded() {
        scenario.as("officer").having(Role.OFFICER).given(record(HELPED, HUNG, LAN));

        scenario.as("member")
                .having(Role.MEMBER)
                .when(takeBack(LAN))
                .isRefusedBy(OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT);
    }

    @Test
    void aMemberDoesNotOverruleTheOfficersCorrection() {
        recordedByAMember().as("officer").having(Role.OFFICER).given(correct(null, content(at(TODAY, "07:15"))));

        scenario.as("member")
                .having(Role.MEMBER)
                .when(takeBack(LAN))
                .isRefusedBy(OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT);
    }

    @Test
    void onASharedAccountTheOneWhoTakesBackSaysWhoSheIsAndHelped() {
        recordedByAMember();

        scenario.when(takeBack(null)).isRefusedBy(OWN_RECORD_NAMES_WHO_CORRECTS_IT);
        scenario.when(takeBack(MAI)).isRefusedBy(WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT);
    }

    @Test
    void aMemberHasUntilTheEndOfTheNextDay() {
        recordedByAMember();

        now = at(TODAY.plusDays(2), "00:00");
        scenario.when(takeBack(LAN)).isRefusedBy(OWN_RECORD_IS_CORRECTED_IN_TIME, TODAY.plusDays(1));

        now = at(TODAY.plusDays(1), "23:59");
        scenario.given(takeBack(LAN));
    }

    @Test
    void theDayCountsFromTheRecordAndNotFromTheHelp() {
        scenario.as("member").having(Role.MEMBER).given(record(at(TODAY.minusDays(5), "08:00"), LAN));

        scenario.given(takeBack(LAN));
    }

    @Test
    void aProvinceMayGiveItsMembersThreeDays() {
        Terms terms = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), null, 3);
        scenario.as("administrator")
                .having(Role.ADMINISTRATOR)
                .decidedByTwo(new AdoptPolicy(terms, signedOn(FOUNDED), TODAY));
        recordedByAMember();

        now = at(TODAY.plusDays(3), "20:00");
        scenario.given(takeBack(LAN));
    }

    @Test
    void anOfficerCorrectsAtAnyTimeAndNamesNobody() {
        recordedByAMember();
        now = at(TODAY.plusDays(30), "08:00");

        scenario.as("officer").having(Role.OFFICER, Role.MEMBER).given(takeBack(null));
    }

    @Test
    void aMemberTakesBackAMeetingThatSheHeld() {
        OutreachId meeting = new OutreachId("o-1");
        scenario.as("leader").having(Role.LEADER).given(schedule(meeting, at(TODAY, "07:00")));
        scenario.as("member")
                .having(Role.MEMBER)
                .given(new HoldOutreach(meeting, new Holding(TODAY, 12, CountBasis.SIGNED_LIST, List.of(LAN))));

        scenario.when(new VoidOutreach(meeting, HUNG, REASON)).isRefusedBy(WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT);
        assertThat(scenario.send(new VoidOutreach(meeting, LAN, REASON)))
                .containsExactly(new OutreachVoided(meeting, TEAM, HAMLET, LAN));
    }

    /** Undoing a visit opens the request that was settled with it, without an officer; what another account closed stays closed. */
    @Test
    void aMemberOpensTheRequestThatSheSettledHerself() {
        SupportRequestId request = new SupportRequestId("q-1");
        scenario.as("member")
                .having(Role.MEMBER)
                .given(
                        new ReceiveSupportRequest(
                                HOUSEHOLD,
                                request,
                                null,
                                RequestSource.ZALO,
                                List.of(ServiceCategory.VNEID),
                                TODAY,
                                null,
                                null,
                                null),
                        new TakeSupportRequest(request, TEAM, LAN, TODAY),
                        new ResolveSupportRequest(request, RequestOutcome.DONE, null, TODAY));

        scenario.as("colleague")
                .having(Role.MEMBER)
                .when(new ReopenSupportRequest(request, TODAY, LAN, REASON))
                .isRefusedBy(OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT);
        scenario.as("member")
                .having(Role.MEMBER)
                .when(new ReopenSupportRequest(request, TODAY, null, REASON))
                .isRefusedBy(OWN_RECORD_NAMES_WHO_CORRECTS_IT);
        assertThat(scenario.send(new ReopenSupportRequest(request, TODAY, LAN, REASON)))
                .containsExactly(new SupportRequestReopened(request, HAMLET, TEAM, TODAY, TODAY.plusDays(5)));

        scenario.as("leader")
                .having(Role.LEADER)
                .given(new DeclineSupportRequest(request, DeclineReason.OUTSIDE_THE_TASKS, REASON, TODAY));
        scenario.as("member")
                .having(Role.MEMBER)
                .when(new ReopenSupportRequest(request, TODAY, LAN, REASON))
                .isRefusedBy(OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT);
    }
}
