package vn.soto.domain.outreach;

import static vn.soto.domain.outreach.OutreachRule.ATTENDANCE_IS_A_NUMBER_OF_PEOPLE;
import static vn.soto.domain.outreach.OutreachRule.HOLDERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_HAS_SOME_TOPIC;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_CANCELLED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_HELD_IN_THE_FUTURE;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_HELD_TWICE;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_NOT_VOIDED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_IS_VOIDED;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_TEAM_COVERS_UNIT;
import static vn.soto.domain.outreach.OutreachRule.OUTREACH_WAS_HELD;
import static vn.soto.domain.outreach.OutreachRule.RESCHEDULING_CHANGES_THE_TIME;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.RestoreOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

final class OutreachTest extends SampleCommune {

    private static final OutreachId SESSION = new OutreachId("o-1");
    private static final String REASON = "Nhập nhầm số người dự";
    private static final Instant TOMORROW = at(TODAY.plusDays(1), "19:00");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    @Nested
    final class Scheduling {

        @Test
        void plansASessionInAUnitTheTeamCovers() {
            scenario.when(schedule(HAMLET, TOMORROW))
                    .decides(new OutreachScheduled(
                            SESSION, TEAM, HAMLET, TOMORROW, topics(), OutreachChannel.RESIDENTS_MEETING));
        }

        @Test
        void acceptsASessionEnteredAfterwards() {
            scenario.given(schedule(HAMLET, at(FOUNDED, "19:00")));
        }

        @Test
        void refusesAUnitTheTeamDoesNotCover() {
            scenario.when(schedule(FAR_HAMLET, TOMORROW)).isRefusedBy(OUTREACH_TEAM_COVERS_UNIT, TODAY.plusDays(1));
        }

        @Test
        void refusesNoTopic() {
            scenario.when(new ScheduleOutreach(SESSION, TEAM, HAMLET, TOMORROW, List.of(), OutreachChannel.LOUDSPEAKER))
                    .isRefusedBy(OUTREACH_HAS_SOME_TOPIC);
        }

        @Test
        void refusesAPersonalNumberAsId() {
            scenario.when(new ScheduleOutreach(
                            new OutreachId("o-0912345678"),
                            TEAM,
                            HAMLET,
                            TOMORROW,
                            topics(),
                            OutreachChannel.LOUDSPEAKER))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void missesATeamThatDoesNotExist() {
            TeamId none = new TeamId("team-none");

            scenario.when(new ScheduleOutreach(SESSION, none, HAMLET, TOMORROW, topics(), OutreachChannel.LOUDSPEAKER))
                    .isAboutSomethingAbsent("team", none);
        }
    }

    @Nested
    final class RecordingOneThatWasNotPlanned {

        private final Holding forty = new Holding(YESTERDAY, 40, CountBasis.SIGNED_LIST, List.of(LAN));

        @Test
        void recordsThePlanAndTheSessionInOneCommit() {
            scenario.when(record(HAMLET, forty))
                    .decides(
                            new OutreachScheduled(
                                    SESSION,
                                    TEAM,
                                    HAMLET,
                                    at(YESTERDAY, "00:00"),
                                    topics(),
                                    OutreachChannel.RESIDENTS_MEETING),
                            new OutreachHeld(SESSION, TEAM, HAMLET, forty));
        }

        @Test
        void hasTheRulesOfBoth() {
            LocalDate tomorrow = TODAY.plusDays(1);
            scenario.when(record(FAR_HAMLET, forty)).isRefusedBy(OUTREACH_TEAM_COVERS_UNIT, YESTERDAY);
            scenario.when(record(HAMLET, new Holding(tomorrow, 40, CountBasis.SIGNED_LIST, List.of(LAN))))
                    .isRefusedBy(OUTREACH_IS_NOT_HELD_IN_THE_FUTURE, tomorrow, TODAY);
        }

        private RecordOutreach record(UnitId unit, Holding holding) {
            return new RecordOutreach(SESSION, TEAM, unit, topics(), OutreachChannel.RESIDENTS_MEETING, holding);
        }
    }

    @Nested
    final class Rescheduling {

        private final Scenario planned = scenario.given(schedule(HAMLET, TOMORROW));

        @Test
        void movesThePlannedTime() {
            Instant later = TOMORROW.plusSeconds(3600);

            planned.when(new RescheduleOutreach(SESSION, later))
                    .decides(new OutreachRescheduled(SESSION, TEAM, HAMLET, later));
            planned.given(new RescheduleOutreach(SESSION, TOMORROW));
        }

        @Test
        void refusesTheTimeItIsPlannedFor() {
            planned.when(new RescheduleOutreach(SESSION, TOMORROW)).isRefusedBy(RESCHEDULING_CHANGES_THE_TIME);
        }

        @Test
        void refusesASessionNoLongerPlanned() {
            planned.given(hold(30))
                    .when(new RescheduleOutreach(SESSION, TOMORROW.plusSeconds(1)))
                    .isRefusedBy(OUTREACH_IS_NOT_HELD_TWICE);
            planned.given(new VoidOutreach(SESSION, REASON))
                    .when(new RescheduleOutreach(SESSION, TOMORROW.plusSeconds(1)))
                    .isRefusedBy(OUTREACH_IS_NOT_VOIDED);
        }
    }

    @Nested
    final class HoldingASession {

        private final Scenario planned = scenario.given(schedule(HAMLET, TOMORROW));

        @Test
        void saysWhenByWhomAndHowManyAttended() {
            planned.when(hold(41)).decides(new OutreachHeld(SESSION, TEAM, HAMLET, told(41)));
        }

        @Test
        void acceptsTodayAndRefusesTomorrow() {
            planned.when(hold(TODAY.plusDays(1), 10, LAN))
                    .isRefusedBy(OUTREACH_IS_NOT_HELD_IN_THE_FUTURE, TODAY.plusDays(1), TODAY);
            planned.given(hold(TODAY, 10, LAN));
        }

        @Test
        void refusesToBeHeldTwice() {
            planned.given(hold(10)).when(hold(10)).isRefusedBy(OUTREACH_IS_NOT_HELD_TWICE);
        }

        @Test
        void refusesACancelledOrVoidedSession() {
            planned.given(new CancelOutreach(SESSION, "Mưa lớn, ngập đường"))
                    .when(hold(10))
                    .isRefusedBy(OUTREACH_IS_NOT_CANCELLED);
            OutreachId other = new OutreachId("o-2");
            planned.given(
                            new ScheduleOutreach(other, TEAM, HAMLET, TOMORROW, topics(), OutreachChannel.ZALO),
                            new HoldOutreach(other, told(5)),
                            new VoidOutreach(other, REASON))
                    .when(new HoldOutreach(other, told(5)))
                    .isRefusedBy(OUTREACH_IS_NOT_VOIDED);
        }

        @Test
        void acceptsThatNobodyCameAndRefusesWhatIsNoNumberOfPeople() {
            planned.when(hold(-1)).isRefusedBy(ATTENDANCE_IS_A_NUMBER_OF_PEOPLE, 100_000);
            planned.when(hold(912_345_678)).isRefusedBy(ATTENDANCE_IS_A_NUMBER_OF_PEOPLE, 100_000);
            planned.when(hold(100_001)).isRefusedBy(ATTENDANCE_IS_A_NUMBER_OF_PEOPLE, 100_000);
            planned.given(hold(0));
        }

        @Test
        void acceptsTheLargestNumberOfPeople() {
            planned.given(hold(100_000));
        }

        @Test
        void refusesNobodyAndMoreThanTwentyToHaveHeldIt() {
            MemberId[] twenty = Stream.concat(
                            Stream.of(LAN), IntStream.range(0, 19).mapToObj(i -> new MemberId("m-volunteer-" + i)))
                    .toArray(MemberId[]::new);
            Stream.of(twenty)
                    .skip(1)
                    .forEach(member -> planned.given(new EnrolMember(TEAM, member, MemberOrigin.YOUTH_UNION, FOUNDED)));
            MemberId[] more = Stream.concat(Stream.of(twenty), Stream.of(HUNG)).toArray(MemberId[]::new);

            planned.when(hold(YESTERDAY, 10)).isRefusedBy(OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS, 20);
            planned.when(hold(YESTERDAY, 10, more)).isRefusedBy(OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS, 20);
            planned.given(hold(YESTERDAY, 10, twenty));
        }

        @Test
        void refusesWhoWasNoMemberOnThatDay() {
            planned.given(new EndMembership(TEAM, MAI, EndReason.MOVED_AWAY, YESTERDAY));

            planned.when(hold(TODAY, 10, LAN, MAI)).isRefusedBy(HOLDERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
            planned.when(hold(YESTERDAY, 10, TUAN)).isRefusedBy(HOLDERS_WERE_MEMBERS_ON_THAT_DAY, YESTERDAY);
            planned.when(hold(FOUNDED.minusDays(1), 10, LAN))
                    .isRefusedBy(HOLDERS_WERE_MEMBERS_ON_THAT_DAY, FOUNDED.minusDays(1));
            planned.given(hold(YESTERDAY, 10, LAN, MAI));
        }

        @Test
        void flagsAnEstimateAndWarns() {
            Holding estimate = new Holding(YESTERDAY, 40, CountBasis.ESTIMATE, List.of(LAN));

            planned.when(new HoldOutreach(SESSION, estimate))
                    .decides(
                            new OutreachHeld(SESSION, TEAM, HAMLET, estimate),
                            new OutreachFlaggedEstimated(SESSION, TEAM, HAMLET, 40));
        }

        @Test
        void warnsOfAnEstimateOnly() {
            planned.when(new HoldOutreach(SESSION, new Holding(YESTERDAY, 40, CountBasis.ESTIMATE, List.of(LAN))))
                    .warns(new Warning(Code.ATTENDANCE_IS_AN_ESTIMATE, List.of(40)));
        }

        @Test
        void takesAsManyPeopleAsTheHoldersHouseholdsWithoutAWarning() {
            planned.when(hold(YESTERDAY, 440, LAN, HUNG)).warns();
        }

        @Test
        void warnsOfMorePeopleThanTheHoldersHouseholds() {
            planned.when(hold(YESTERDAY, 441, LAN, HUNG))
                    .warns(new Warning(Code.ATTENDANCE_IS_ABOVE_PLAUSIBLE, List.of(441, 440L)));
        }

        @Test
        void flagsMorePeopleThanTheHoldersHouseholds() {
            planned.when(hold(YESTERDAY, 221, LAN))
                    .decides(
                            new OutreachHeld(
                                    SESSION,
                                    TEAM,
                                    HAMLET,
                                    new Holding(YESTERDAY, 221, CountBasis.COUNTED_LIST, List.of(LAN))),
                            new OutreachFlaggedImplausible(SESSION, TEAM, HAMLET, 221, 220));
        }
    }

    @Nested
    final class Cancelling {

        private final Scenario planned = scenario.given(schedule(HAMLET, TOMORROW));

        @Test
        void saysThatItWillNotTakePlace() {
            planned.when(new CancelOutreach(SESSION, "Mưa lớn, ngập đường"))
                    .decides(new OutreachCancelled(SESSION, TEAM, HAMLET));
        }

        @Test
        void refusesASessionThatWasHeldOrCancelledBefore() {
            planned.given(new CancelOutreach(SESSION, "Mưa lớn, ngập đường"))
                    .when(new CancelOutreach(SESSION, "Mưa lớn, ngập đường"))
                    .isRefusedBy(OUTREACH_IS_NOT_CANCELLED);
            OutreachId other = new OutreachId("o-2");
            planned.given(
                            new ScheduleOutreach(other, TEAM, HAMLET, TOMORROW, topics(), OutreachChannel.ZALO),
                            new HoldOutreach(other, told(5)))
                    .when(new CancelOutreach(other, "Mưa lớn, ngập đường"))
                    .isRefusedBy(OUTREACH_IS_NOT_HELD_TWICE);
        }
    }

    @Nested
    final class Correcting {

        private final Scenario held = scenario.given(schedule(HAMLET, TOMORROW), hold(41));

        @Test
        void replacesWhatTheSessionSays() {
            held.when(correct(told(14), REASON)).decides(new OutreachCorrected(SESSION, TEAM, HAMLET, told(14)));
        }

        @Test
        void refusesWhatItSaysAlready() {
            held.when(correct(told(41), REASON)).isRefusedBy(OUTREACH_CORRECTION_CHANGES_SOMETHING);
            held.given(correct(told(14), REASON))
                    .when(correct(told(14), REASON))
                    .isRefusedBy(OUTREACH_CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void needsAReasonWithoutPersonalNumbers() {
            held.when(correct(told(14), "Theo ông 0912345678")).isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void followsTheRulesOfHolding() {
            held.when(correct(new Holding(TODAY.plusDays(1), 41, CountBasis.SIGNED_LIST, List.of(LAN)), REASON))
                    .isRefusedBy(OUTREACH_IS_NOT_HELD_IN_THE_FUTURE, TODAY.plusDays(1), TODAY);
            held.when(correct(new Holding(TODAY, 41, CountBasis.SIGNED_LIST, List.of(TUAN)), REASON))
                    .isRefusedBy(HOLDERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
            held.when(correct(told(-1), REASON)).isRefusedBy(ATTENDANCE_IS_A_NUMBER_OF_PEOPLE, 100_000);
        }

        @Test
        void warnsAsHoldingDoes() {
            held.when(correct(new Holding(YESTERDAY, 500, CountBasis.ESTIMATE, List.of(LAN)), REASON))
                    .warns(
                            new Warning(Code.ATTENDANCE_IS_AN_ESTIMATE, List.of(500)),
                            new Warning(Code.ATTENDANCE_IS_ABOVE_PLAUSIBLE, List.of(500, 220L)));
        }

        @Test
        void refusesASessionThatWasNotHeldOrIsVoided() {
            OutreachId other = new OutreachId("o-2");
            held.given(new ScheduleOutreach(other, TEAM, HAMLET, TOMORROW, topics(), OutreachChannel.ZALO))
                    .when(new CorrectOutreach(other, told(4), null, REASON))
                    .isRefusedBy(OUTREACH_WAS_HELD);
            held.given(new VoidOutreach(SESSION, REASON))
                    .when(correct(told(14), REASON))
                    .isRefusedBy(OUTREACH_IS_NOT_VOIDED);
        }
    }

    @Nested
    final class Voiding {

        private final Scenario held = scenario.given(schedule(HAMLET, TOMORROW), hold(41));

        @Test
        void keepsTheSessionAndSaysItCountsForNothing() {
            held.when(new VoidOutreach(SESSION, REASON)).decides(new OutreachVoided(SESSION, TEAM, HAMLET));
        }

        @Test
        void refusesToVoidTwiceOrWhatWasNotHeld() {
            OutreachId other = new OutreachId("o-2");
            held.given(new ScheduleOutreach(other, TEAM, HAMLET, TOMORROW, topics(), OutreachChannel.ZALO))
                    .when(new VoidOutreach(other, REASON))
                    .isRefusedBy(OUTREACH_WAS_HELD);
            held.given(new VoidOutreach(SESSION, REASON))
                    .when(new VoidOutreach(SESSION, REASON))
                    .isRefusedBy(OUTREACH_IS_NOT_VOIDED);
        }

        @Test
        void isTakenBackAndTheSessionCountsAgainAsItWasTold() {
            held.when(new RestoreOutreach(SESSION, REASON)).isRefusedBy(OUTREACH_IS_VOIDED);
            held.given(new VoidOutreach(SESSION, REASON))
                    .when(new RestoreOutreach(SESSION, REASON))
                    .decides(new OutreachCorrected(SESSION, TEAM, HAMLET, told(41)));
            held.when(correct(told(40), REASON)).decides(new OutreachCorrected(SESSION, TEAM, HAMLET, told(40)));
        }
    }

    private static List<ServiceCategory> topics() {
        return List.of(ServiceCategory.VNEID, ServiceCategory.CYBER_SAFETY);
    }

    private static ScheduleOutreach schedule(UnitId unit, Instant startsAt) {
        return new ScheduleOutreach(SESSION, TEAM, unit, startsAt, topics(), OutreachChannel.RESIDENTS_MEETING);
    }

    private static Holding told(int attendance) {
        return new Holding(YESTERDAY, attendance, CountBasis.COUNTED_LIST, List.of(HUNG, LAN));
    }

    private static HoldOutreach hold(int attendance) {
        return new HoldOutreach(SESSION, told(attendance));
    }

    private static HoldOutreach hold(LocalDate day, int attendance, MemberId... holders) {
        return new HoldOutreach(SESSION, new Holding(day, attendance, CountBasis.COUNTED_LIST, List.of(holders)));
    }

    private static CorrectOutreach correct(Holding holding, String reason) {
        return new CorrectOutreach(SESSION, holding, null, reason);
    }
}
