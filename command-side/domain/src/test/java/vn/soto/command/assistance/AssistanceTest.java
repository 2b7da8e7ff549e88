package vn.soto.command.assistance;

import static vn.soto.command.Samples.ASSISTANCE;
import static vn.soto.command.Samples.FAR_HAMLET;
import static vn.soto.command.Samples.FOUNDED;
import static vn.soto.command.Samples.HAMLET;
import static vn.soto.command.Samples.HOUSEHOLD;
import static vn.soto.command.Samples.HUNG;
import static vn.soto.command.Samples.LAN;
import static vn.soto.command.Samples.MAI;
import static vn.soto.command.Samples.NOW;
import static vn.soto.command.Samples.TEAM;
import static vn.soto.command.Samples.TODAY;
import static vn.soto.command.Samples.TUAN;
import static vn.soto.command.Samples.assignTo;
import static vn.soto.command.Samples.at;
import static vn.soto.command.Samples.content;
import static vn.soto.command.Samples.form;
import static vn.soto.command.Samples.formTeam;
import static vn.soto.command.Samples.record;
import static vn.soto.command.Samples.register;
import static vn.soto.command.Samples.units;
import static vn.soto.command.assistance.AssistanceRule.ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS;
import static vn.soto.command.assistance.AssistanceRule.ASSISTANCE_IS_NOT_IN_THE_FUTURE;
import static vn.soto.command.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.command.assistance.AssistanceRule.CORRECTION_CHANGES_SOMETHING;
import static vn.soto.command.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.command.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.command.shared.CommonRule.DATE_IS_WITHIN_THE_CALENDAR;
import static vn.soto.command.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.command.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.command.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;
import static vn.soto.command.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.command.Scenario;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.shared.Days;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.team.TeamId;

final class AssistanceTest {

    private static final String REASON = "Nhập nhầm ngày";
    private static final Instant YESTERDAY = at(TODAY.minusDays(1), "18:00");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));

    @Nested
    final class RecordingAssistance {

        @Test
        void takesTheUnitFromTheHousehold() {
            scenario.when(record(YESTERDAY, HUNG, LAN, HUNG))
                    .decides(
                            new AssistanceRecorded(
                                    ASSISTANCE, TEAM, HOUSEHOLD, HAMLET, List.of(HUNG, LAN), content(YESTERDAY)),
                            new HouseholdFirstHelped(HOUSEHOLD, HAMLET, TEAM, null));
        }

        @Test
        void acceptsAClockTwoMinutesAheadAndNotMore() {
            Instant ahead = NOW.plus(Duration.ofMinutes(2));

            scenario.when(record(ahead.plusMillis(1), LAN)).isRefusedBy(ASSISTANCE_IS_NOT_IN_THE_FUTURE);
            scenario.given(record(ahead, LAN));
        }

        @Test
        void acceptsHelpGivenMonthsAgo() {
            scenario.given(record(at(FOUNDED, "00:00"), LAN));
        }

        @Test
        void refusesADayOutsideTheCalendarInVietnam() {
            scenario.when(record(at(Days.FIRST.minusDays(1), "23:59"), LAN))
                    .isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
            scenario.when(record(at(Days.FIRST, "00:00"), LAN))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, Days.FIRST);
            scenario.when(record(Instant.MAX, LAN)).isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
            scenario.when(record(Instant.MIN, LAN)).isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
        }

        @Test
        void refusesAPersonalNumberAsId() {
            AssistanceId id = new AssistanceId("a-0912345678");

            scenario.when(new RecordAssistance(id, TEAM, HOUSEHOLD, List.of(LAN), content(YESTERDAY)))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesNoHelperAndMoreThanTen() {
            MemberId[] eleven =
                    Stream.concat(Stream.of(LAN, HUNG, MAI), volunteers(8)).toArray(MemberId[]::new);
            volunteers(8).forEach(volunteer -> scenario.given(enrol(volunteer)));

            scenario.when(record(YESTERDAY)).isRefusedBy(ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS, 10);
            scenario.when(record(YESTERDAY, eleven)).isRefusedBy(ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS, 10);
            scenario.given(record(YESTERDAY, Stream.of(eleven).limit(10).toArray(MemberId[]::new)));
        }

        @Test
        void refusesAHelperOfNoOrAnotherTeam() {
            scenario.when(record(YESTERDAY, LAN, TUAN))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY.minusDays(1));
        }

        @Test
        void countsTheDayOfMembershipInVietnam() {
            LocalDate lastDay = TODAY.minusDays(3);
            scenario.given(end(MAI, lastDay));

            scenario.when(record(at(lastDay.plusDays(1), "00:00"), MAI))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, lastDay.plusDays(1));
            scenario.given(record(at(lastDay, "23:59"), MAI));
        }

        @Test
        void refusesHelpBeforeTheTeamBegan() {
            scenario.when(record(at(FOUNDED.minusDays(1), "23:59"), LAN))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, FOUNDED.minusDays(1));
        }

        @Test
        void acceptsHelpToAHouseholdThatPassedToAnotherTeamMeanwhile() {
            TeamId other = new TeamId("team-3");
            scenario.given(
                            assignTo(LAN),
                            form(other, HAMLET, TUAN, HUNG, MAI),
                            new ReassignHousehold(HOUSEHOLD, other, TUAN, FOUNDED))
                    .when(record(YESTERDAY, LAN))
                    .decides(
                            new AssistanceRecorded(
                                    ASSISTANCE, TEAM, HOUSEHOLD, HAMLET, List.of(LAN), content(YESTERDAY)),
                            new HouseholdFirstHelped(HOUSEHOLD, HAMLET, TEAM, null));
        }

        @Test
        void refusesAHouseholdOutsideTheCoverage() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.given(register(far, FAR_HAMLET))
                    .when(new RecordAssistance(ASSISTANCE, TEAM, far, List.of(LAN), content(YESTERDAY)))
                    .isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void missesAHouseholdOrTeamThatDoesNotExist() {
            HouseholdId nobody = new HouseholdId("h-none");
            TeamId none = new TeamId("team-none");

            scenario.when(new RecordAssistance(ASSISTANCE, TEAM, nobody, List.of(LAN), content(YESTERDAY)))
                    .isAboutSomethingAbsent("household", nobody);
            scenario.when(new RecordAssistance(ASSISTANCE, none, HOUSEHOLD, List.of(LAN), content(YESTERDAY)))
                    .isAboutSomethingAbsent("team", none);
        }

        private static Stream<MemberId> volunteers(int count) {
            return IntStream.range(0, count).mapToObj(i -> new MemberId("m-volunteer-" + i));
        }
    }

    @Nested
    final class CorrectingAssistance {

        private final Scenario recorded = scenario.given(record(YESTERDAY, MAI));

        @Test
        void replacesTheContent() {
            Content right = content(YESTERDAY.minusSeconds(3600));
            recorded.when(correct(right, REASON))
                    .decides(new AssistanceCorrected(ASSISTANCE, TEAM, HOUSEHOLD, HAMLET, right));
        }

        @Test
        void refusesWhatTheRecordSaysAlready() {
            Content right = content(YESTERDAY.minusSeconds(3600));

            recorded.when(correct(content(YESTERDAY), REASON)).isRefusedBy(CORRECTION_CHANGES_SOMETHING);
            recorded.given(correct(right, REASON))
                    .when(correct(right, REASON))
                    .isRefusedBy(CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void needsAReasonWithoutPersonalNumbers() {
            Content right = content(YESTERDAY.minusSeconds(3600));

            recorded.when(correct(right, " sai  ")).isRefusedBy(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, 5, 500);
            recorded.when(correct(right, "x".repeat(501)))
                    .isRefusedBy(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, 5, 500);
            recorded.when(correct(right, "Ông 079203001234 báo sai")).isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
            recorded.when(correct(right, "Nhập nhầm \uDE00")).isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        }

        @Test
        void refusesADayOnWhichAHelperWasNoMember() {
            recorded.given(end(MAI, TODAY.minusDays(1)))
                    .when(correct(content(at(TODAY, "08:00")), REASON))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
        }

        @Test
        void refusesTheFuture() {
            recorded.when(correct(content(NOW.plusSeconds(121)), REASON)).isRefusedBy(ASSISTANCE_IS_NOT_IN_THE_FUTURE);
        }

        @Test
        void refusesADayOutsideTheCalendar() {
            recorded.when(correct(content(Instant.MAX), REASON))
                    .isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
            recorded.when(correct(content(at(Days.FIRST.minusDays(1), "23:59")), REASON))
                    .isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
        }

        @Test
        void refusesAVoidedRecord() {
            recorded.given(new VoidAssistance(ASSISTANCE, REASON))
                    .when(correct(content(YESTERDAY.minusSeconds(60)), REASON))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }

        private static CorrectAssistance correct(Content content, String reason) {
            return new CorrectAssistance(ASSISTANCE, content, reason);
        }
    }

    @Nested
    final class VoidingAssistance {

        private final Scenario recorded = scenario.given(record(YESTERDAY, MAI));

        @Test
        void keepsTheRecordAndSaysItCountsForNothing() {
            recorded.when(new VoidAssistance(ASSISTANCE, REASON))
                    .decides(new AssistanceVoided(ASSISTANCE, TEAM, HOUSEHOLD, HAMLET));
        }

        @Test
        void refusesToVoidTwice() {
            recorded.given(new VoidAssistance(ASSISTANCE, REASON))
                    .when(new VoidAssistance(ASSISTANCE, REASON))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }

        @Test
        void needsAReason() {
            recorded.when(new VoidAssistance(ASSISTANCE, "    "))
                    .isRefusedBy(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, 5, 500);
        }
    }

    private static EndMembership end(MemberId member, LocalDate lastDay) {
        return new EndMembership(TEAM, member, EndReason.OTHER, lastDay);
    }

    private static EnrolMember enrol(MemberId member) {
        return new EnrolMember(TEAM, member, Organisation.YOUTH_UNION, FOUNDED);
    }
}
