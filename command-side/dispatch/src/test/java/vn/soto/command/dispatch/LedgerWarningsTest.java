package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.ledger.Commit;

/** Warnings that follow from the commits before the one that is warned of. */
final class LedgerWarningsTest extends SmallCommune {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 20);

    /** The warnings that this test is about. */
    private List<Warning> warnings(Command command) {
        return found(send(command));
    }

    private static List<Warning> found(CommandOutcome outcome) {
        return outcome.warnings().stream()
                .filter(warning -> warning.code().compareTo(Flag.Code.RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET) > 0)
                .toList();
    }

    private static Warning warning(Flag.Code code, Object... arguments) {
        return new Warning(code, List.of(arguments));
    }

    @Test
    void helpToAHouseholdThatHasLeftIsRecordedAndWarnedOf() {
        send(new MarkHouseholdLeft(HOUSEHOLD, HELPED));

        assertThat(warnings(help("a-1", HELPED, LAN)))
                .containsExactly(warning(Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT, HELPED, HELPED));
        assertThat(warnings(help("a-2", HELPED.minusDays(1), LAN)))
                .as("it had not left yet")
                .isEmpty();
    }

    @Test
    void helpAfterADepartureWithItsRightDayIsNotWarnedOf() {
        send(new MarkHouseholdLeft(HOUSEHOLD, HELPED.minusDays(5)));
        send(new CorrectDeparture(HOUSEHOLD, HELPED.minusDays(5), HELPED.plusDays(1), REASON));

        assertThat(warnings(help("a-1", HELPED, LAN))).isEmpty();
    }

    @Test
    void helpToAHouseholdThatIsBackIsNotWarnedOf() {
        send(new MarkHouseholdLeft(HOUSEHOLD, HELPED.minusDays(5)));
        send(new ReturnHousehold(HOUSEHOLD, HERE, HELPED));

        assertThat(warnings(help("a-1", HELPED, LAN))).isEmpty();
        assertThat(warnings(help("a-2", HELPED.minusDays(1), LAN)))
                .containsExactly(
                        warning(Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT, HELPED.minusDays(5), HELPED.minusDays(1)));
    }

    @Test
    void theSameHelpRecordedTwiceIsWarnedOf() {
        send(help("a-1", HELPED, LAN));

        assertThat(warnings(help("a-2", HELPED, LAN)))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_ALREADY, "a-1", HELPED));
    }

    @Test
    void helpIsNotTheSameOnAnotherDayByAnotherMemberOrWithAnotherService() {
        send(help("a-1", HELPED, LAN, 0));

        assertThat(warnings(help("a-2", HELPED.minusDays(1), LAN, 0))).isEmpty();
        assertThat(warnings(help("a-3", HELPED, MINH, 0))).isEmpty();
        assertThat(warnings(help("a-4", HELPED, LAN, 1))).isEmpty();
    }

    @Test
    void helpThatAMemberOfTwoTeamsRecordsForBothIsWarnedOf() {
        send(form(OTHER, HERE, SEN, FOUNDED));
        send(help("a-1", HELPED, LAN));

        assertThat(warnings(help("a-2", OTHER, HELPED, LAN)))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_ALREADY, "a-1", HELPED));
    }

    @Test
    void theSameHelpByTwoTeamsIsWarnedOf() {
        send(form(OTHER, HERE, SEN, FOUNDED));
        send(help("a-1", HELPED, LAN, 0));

        assertThat(warnings(help("a-2", OTHER, HELPED, SEN)))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_BY_ANOTHER_TEAM, TEAM.value(), "Tổ t-1", HELPED));
        assertThat(warnings(help("a-3", OTHER, HELPED.minusDays(1), SEN))).isEmpty();
    }

    @Test
    void theSameHelpByTwoTeamsToABusinessIsWarnedOf() {
        send(form(OTHER, HERE, SEN, FOUNDED));
        send(new RegisterBusiness(BUSINESS, BusinessKind.HOUSEHOLD_BUSINESS, HERE, "KD-1", null));
        send(toTheBusiness("a-1", TEAM, HELPED, LAN));

        assertThat(warnings(toTheBusiness("a-2", OTHER, HELPED, SEN)))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_BY_ANOTHER_TEAM, TEAM.value(), "Tổ t-1", HELPED));
        assertThat(warnings(toTheBusiness("a-3", TEAM, HELPED, LAN)))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_ALREADY, "a-1", HELPED));
        assertThat(warnings(toTheBusiness("a-4", OTHER, HELPED.minusDays(1), SEN)))
                .isEmpty();
        send(new VoidAssistance(new AssistanceId("a-1"), REASON));
        send(new VoidAssistance(new AssistanceId("a-3"), REASON));
        assertThat(warnings(toTheBusiness("a-5", OTHER, HELPED, MINH)))
                .as("what was taken back does not warn")
                .isEmpty();
    }

    private static RecordAssistance toTheBusiness(String id, TeamId team, LocalDate day, MemberId by) {
        return new RecordAssistance(
                new AssistanceId(id), team, null, BUSINESS, null, List.of(by), content(day), null, REASON);
    }

    @Test
    void helpRecordedAgainAfterItWasVoidedIsNotWarnedOf() {
        send(help("a-1", HELPED, LAN));
        send(new VoidAssistance(new AssistanceId("a-1"), REASON));

        assertThat(warnings(help("a-2", HELPED, LAN))).isEmpty();
    }

    @Test
    void aCorrectionThatMakesTheSameHelpOfTwoIsWarnedOf() {
        LocalDate lastMonth = LocalDate.of(2025, 12, 30);
        send(help("a-1", lastMonth, LAN));
        send(help("a-2", HELPED, LAN));
        send(new CorrectAssistance(
                new AssistanceId("a-1"), null, content(HELPED.minusDays(3)), HOUSEHOLD, null, null, REASON));

        assertThat(warnings(new CorrectAssistance(
                        new AssistanceId("a-2"), null, content(HELPED.minusDays(3)), HOUSEHOLD, null, null, REASON)))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_ALREADY, "a-1", HELPED.minusDays(3)));
    }

    @Test
    void aPersonWhoLeadsTwoTeamsIsWarnedOf() {
        assertThat(warnings(form(OTHER, THERE, MINH, FOUNDED)))
                .containsExactly(warning(Flag.Code.LEADER_LEADS_ANOTHER_TEAM, TEAM.value(), "Tổ t-1"));
    }

    @Test
    void aLeaderAppointedInASecondTeamIsWarnedOf() {
        send(form(OTHER, THERE, SEN, FOUNDED));

        assertThat(warnings(new AppointLeader(OTHER, MINH, TODAY)))
                .containsExactly(warning(Flag.Code.LEADER_LEADS_ANOTHER_TEAM, TEAM.value(), "Tổ t-1"));
    }

    @Test
    void aTeamIsCalledByItsNameOfTheDayAndALeaderOfBothWhileAnotherIsToCome() {
        send(new RenameTeam(TEAM, "Tổ Mới", DECISION, TODAY.plusDays(9)));
        send(new AppointLeader(TEAM, LAN, TODAY.plusDays(9)));
        assertThat(warnings(form(OTHER, THERE, MINH, FOUNDED)))
                .containsExactly(warning(Flag.Code.LEADER_LEADS_ANOTHER_TEAM, TEAM.value(), "Tổ t-1"));
    }

    @Test
    void aPersonWhoLedATeamBeforeMayLeadAnother() {
        send(new AppointLeader(TEAM, LAN, HELPED));
        assertThat(warnings(form(OTHER, THERE, MINH, FOUNDED))).isEmpty();

        send(new DissolveTeam(OTHER, DECISION, HELPED, REASON));
        assertThat(warnings(new AppointLeader(TEAM, MINH, TODAY))).isEmpty();
    }

    @Test
    void aFactOfADayFarAheadIsWarnedOfWithTheWayOut() {
        LocalDate far = LocalDate.of(2099, 1, 1);

        assertThat(warnings(form(OTHER, THERE, SEN, far)))
                .containsExactly(warning(Flag.Code.DAY_IS_FAR_AHEAD, far, TODAY, 60, "dissolve-team"));
        assertThat(warnings(form(new TeamId("t-3"), THERE, LAN, TODAY.plusDays(60))))
                .isEmpty();
        assertThat(warnings(new AppointLeader(TEAM, LAN, TODAY.plusDays(61))))
                .contains(warning(Flag.Code.DAY_IS_FAR_AHEAD, TODAY.plusDays(61), TODAY, 60, "correct-appointment"));
    }

    @Test
    void anEnrolmentBackdatedIntoAQuarterThatIsReportedIsWarnedOf() {
        send(new SubmitQuarterlyReport(TEAM, new Quarter(2025, 3), null));
        send(new SubmitQuarterlyReport(TEAM, new Quarter(2025, 4), null));
        LocalDate from = LocalDate.of(2025, 8, 1);

        assertThat(warnings(enrol("hoa", from)))
                .containsExactly(warning(Flag.Code.MEMBERSHIP_REACHES_INTO_A_REPORT, from, "2025-Q3, 2025-Q4"));
        assertThat(warnings(enrol("mai", LocalDate.of(2026, 1, 1)))).isEmpty();
        assertThat(warnings(new CorrectMembership(
                        TEAM,
                        new MemberId("mai"),
                        LocalDate.of(2026, 1, 1),
                        MemberOrigin.TEACHER,
                        LocalDate.of(2025, 12, 31),
                        null,
                        REASON)))
                .containsExactly(
                        warning(Flag.Code.MEMBERSHIP_REACHES_INTO_A_REPORT, LocalDate.of(2025, 12, 31), "2025-Q4"));
    }

    private static EnrolMember enrol(String member, LocalDate from) {
        return new EnrolMember(TEAM, new MemberId(member), MemberOrigin.TEACHER, from);
    }

    @Test
    void aSecondHouseholdWithAReferenceTheUnitKnowsIsWarnedOf() {
        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-2"), HERE, "hk1")))
                .containsExactly(warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, "hk1", "h-1"));
        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-3"), THERE, "HK-1")))
                .as("another unit has codes of its own")
                .isEmpty();
    }

    @Test
    void aReferenceFollowsTheHouseholdThatMoves() {
        send(new RelocateHousehold(HOUSEHOLD, THERE, HELPED));

        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-2"), HERE, "HK-1")))
                .isEmpty();
        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-3"), THERE, "HK-1")))
                .containsExactly(warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, "HK-1", "h-1"));
    }

    @Test
    void aReferenceIsKnownInTheUnitThatItsOwnBecame() {
        UnitId merged = new UnitId("u-3");
        send(unit(merged.value(), UnitKind.HAMLET, null, new UnitId("c")));
        send(new MergeUnits(merged, List.of(HERE, THERE), DECISION, HELPED));

        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-2"), merged, "HK-1")))
                .containsExactly(warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, "HK-1", "h-1"));
    }

    @Test
    void aReferenceEnteredWronglyIsFreeAgainAndTheRightOneIsKnown() {
        send(new CorrectHousehold(HOUSEHOLD, "HK-9", REASON));

        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-2"), HERE, "HK-1")))
                .isEmpty();
        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-3"), HERE, "hk-9")))
                .containsExactly(warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, "hk-9", "h-1"));
        send(new RelocateHousehold(HOUSEHOLD, THERE, HELPED));
        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-4"), THERE, "HK-9")))
                .as("it moves with the right one")
                .containsExactly(warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, "HK-9", "h-1"));
    }

    @Test
    void correctingAReferenceToOneTheUnitKnowsIsWarnedOf() {
        send(new RegisterHousehold(new HouseholdId("h-2"), HERE, "HK-2"));

        CorrectHousehold correction = new CorrectHousehold(new HouseholdId("h-2"), "HK-1", REASON);
        CommandOutcome first = send(correction);
        assertThat(found(first)).containsExactly(warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, "HK-1", "h-1"));
        assertThat(found(side.gateway().submit(new CommandRequest(first.command(), "an"), correction)))
                .as("a repeat")
                .isEqualTo(found(first));
    }

    @Test
    void aReferenceIsFreeAgainWhenItsRegistrationIsWithdrawn() {
        send(new WithdrawRegistration(HOUSEHOLD, REASON));

        assertThat(warnings(new RegisterHousehold(new HouseholdId("h-2"), HERE, "HK-1")))
                .isEmpty();
    }

    @Test
    void aHamletThatHasEndedIsNotToldToNeedATeam() {
        LocalDate end = TODAY.minusDays(5);
        send(new MergeUnits(THERE, List.of(HERE), DECISION, end));
        send(new RenameUnit(THERE, "Sắp Đổi", DECISION, TODAY.plusDays(40)));

        assertThat(send(new ChangeCoverage(TEAM, List.of(THERE), DECISION, TODAY))
                        .warnings())
                .isEmpty();
        assertThat(send(new DissolveTeam(TEAM, DECISION, TODAY, REASON)).warnings())
                .containsExactly(warning(Flag.Code.UNIT_HAS_NO_TEAM, THERE.value(), "ấp Tên u-2"));
    }

    @Test
    void aRepeatIsWarnedOfTheSameWhateverWasRecordedSince() {
        send(help("a-1", HELPED, LAN));
        CommandOutcome first = send(help("a-2", HELPED, LAN));
        send(new VoidAssistance(new AssistanceId("a-1"), REASON));
        send(help("a-3", HELPED, LAN));

        CommandOutcome again =
                side.gateway().submit(new CommandRequest(first.command(), "an"), help("a-2", HELPED, LAN));

        assertThat(again.repeat()).isTrue();
        assertThat(found(again))
                .isEqualTo(found(first))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_ALREADY, "a-1", HELPED));
    }

    @Test
    void whatCannotBeToldWhileTheLedgerIsBeingReadIsSaidToBeUnknown() {
        send(help("a-1", HELPED, LAN));
        Commit second = ledger.commit(send(help("a-2", HELPED, LAN)).commit()).orElseThrow();
        List<DomainEvent> events = second.stored().stream().map(CODEC::decode).toList();
        TeamIndex unread = new TeamIndex(ledger, CODEC, 1_000_000, 3);
        LedgerWarnings warnings = new LedgerWarnings(unread, PastEvents.in(ledger, CODEC), QuarterCalendar.CALENDAR);

        assertThat(warnings.of(second, events)).containsExactly(warning(Flag.Code.EARLIER_RECORDS_ARE_NOT_READ_YET));
        unread.catchUp();
        assertThat(warnings.of(second, events))
                .containsExactly(warning(Flag.Code.HELP_IS_RECORDED_ALREADY, "a-1", HELPED));
    }
}
