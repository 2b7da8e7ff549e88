package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.organisation.OrganisationRule.CORRECTED_SUPPORT_OVERLAPS_NO_OTHER;
import static vn.soto.domain.organisation.OrganisationRule.CORRECTION_LEAVES_SUPPORT_OPEN_OR_ENDED;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.APPOINTMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.team.TeamRule.CORRECTED_TEAM_CHANGE_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.team.TeamRule.DECISION_FOLLOWS_ALL_CHANGES;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_NOT_THE_LEADER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.DISSOLUTION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.FOUNDING_DECISION_CHANGES;
import static vn.soto.domain.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.TEAM_CHANGE_DAY_CHANGES;
import static vn.soto.domain.team.TeamRule.TEAM_CHANGE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.TEAM_IS_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_NAME_CHANGES;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.domain.CounterCommands;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.organisation.OrganisationCommand.CorrectOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.CorrectSupport;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectFoundingDecision;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.RelieveDeputy;
import vn.soto.domain.team.TeamCommand.RelieveLeader;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.SuspendMember;

final class CorrectingTeamFactsTest extends SampleCommune {

    private static final String REASON = "Ghi nhầm";
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final OrganisationId COMPANY = new OrganisationId("org-1");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    private static CorrectAppointment appointment(Office office, LocalDate entered, @Nullable LocalDate right) {
        return new CorrectAppointment(TEAM, office, entered, right, REASON);
    }

    @Test
    void theNumberOfTheFoundingDecisionIsCorrected() {
        Instrument right = new Instrument("21/QĐ-UBND", FOUNDED);

        scenario.when(new CorrectFoundingDecision(TEAM, right, REASON))
                .decides(new FoundingDecisionCorrected(TEAM, right, FOUNDED));
        scenario.when(new CorrectFoundingDecision(TEAM, right, REASON)).isRefusedBy(FOUNDING_DECISION_CHANGES);
        scenario.given(new CorrectFoundingDecision(TEAM, signedOn(FOUNDED), REASON));
    }

    /** The way back of the last event of a kind. */
    private CounterCommand wayBack(Class<? extends TeamEvent> kind) {
        List<DomainEvent> stream = scenario.stream(TEAM.value());
        int place = stream.size() - 1;
        while (!kind.isInstance(stream.get(place))) {
            place--;
        }
        List<DomainEvent> earlier = stream.subList(0, place);
        return CounterCommands.of(
                (ProductEvent) stream.get(place), new EarlierEvents(() -> earlier, () -> earlier), REASON);
    }

    /** C is decided for December, then B for November by mistake: A held before B, not C. */
    @Test
    void whatWasPutBeforeAComingFactIsTakenBackToWhatHeldThen() {
        LocalDate november = TODAY.plusDays(5);
        LocalDate december = TODAY.plusDays(20);
        scenario.given(
                new RenameTeam(TEAM, "Tổ C", signedOn(FOUNDED), december),
                new RenameTeam(TEAM, "Tổ B", signedOn(FOUNDED), november),
                cover(TEAM, december, HAMLET, FAR_HAMLET),
                cover(TEAM, november, FAR_HAMLET),
                new AppointLeader(TEAM, MAI, december),
                new AppointLeader(TEAM, HUNG, november));

        assertThat(wayBack(TeamRenamed.class))
                .isEqualTo(CounterCommand.of(new RenameTeam(TEAM, formTeam().name(), signedOn(FOUNDED), november)));
        assertThat(wayBack(TeamCoverageChanged.class)).isEqualTo(CounterCommand.of(cover(TEAM, november, HAMLET)));
        assertThat(wayBack(LeaderAppointed.class))
                .isEqualTo(
                        new CounterCommand.Given(new AppointLeader(TEAM, LAN, november), CounterCommand.Turn.SECOND));
        scenario.given(
                new RenameTeam(TEAM, formTeam().name(), signedOn(FOUNDED), november),
                cover(TEAM, november, HAMLET),
                new AppointLeader(TEAM, LAN, november));
    }

    @Test
    void anOfficeThatWasVacantBeforeAnAppointmentIsVacantAgain() {
        LocalDate tomorrow = TODAY.plusDays(1);
        scenario.given(
                new RelieveLeader(TEAM, TODAY),
                new AppointLeader(TEAM, HUNG, tomorrow),
                new AppointDeputy(TEAM, MAI, TODAY.plusDays(20)),
                new AppointDeputy(TEAM, LAN, tomorrow));

        assertThat(wayBack(LeaderAppointed.class)).isEqualTo(CounterCommand.of(new RelieveLeader(TEAM, tomorrow)));
        assertThat(wayBack(DeputyAppointed.class)).isEqualTo(CounterCommand.of(new RelieveDeputy(TEAM, tomorrow)));
        scenario.given(new RelieveLeader(TEAM, tomorrow), new RelieveDeputy(TEAM, tomorrow));
    }

    @Test
    void aDecisionSignedAfterTheTeamBeganIsFlaggedAsOnFormation() {
        scenario.when(new CorrectFoundingDecision(TEAM, new Instrument("21/QĐ-UBND", JULY), REASON))
                .warns(new Warning(Code.TEAM_STARTS_BEFORE_ITS_DECISION, List.of(FOUNDED, JULY)));
    }

    @Test
    void theDayOfALeadersAppointmentIsCorrected() {
        scenario.given(new AppointLeader(TEAM, HUNG, AUGUST))
                .when(appointment(Office.LEADER, AUGUST, JULY))
                .decides(new AppointmentCorrected(TEAM, Office.LEADER, HUNG, AUGUST, JULY));

        scenario.given(appointment(Office.LEADER, JULY, AUGUST), appointment(Office.LEADER, AUGUST, JULY));
        scenario.given(new AppointLeader(TEAM, MAI, JULY.plusDays(3)));
    }

    @Test
    void anEarlierDeputysDayStaysBeforeTheNextDeputys() {
        scenario.given(new AppointDeputy(TEAM, HUNG, JULY), new AppointDeputy(TEAM, MAI, AUGUST));

        scenario.when(appointment(Office.DEPUTY, JULY, TODAY))
                .isRefusedBy(
                        CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS,
                        LocalDate.of(2000, 1, 1),
                        AUGUST.minusDays(1));
        scenario.when(appointment(Office.DEPUTY, JULY, JULY.plusDays(9)))
                .decides(new AppointmentCorrected(TEAM, Office.DEPUTY, HUNG, JULY, JULY.plusDays(9)));
    }

    /** Hùng is the deputy until he leads; on the right day he is no deputy any more. */
    @Test
    void whoLeadsFromAnEarlierDayIsNoDeputyFromThen() {
        scenario.given(
                        new AppointDeputy(TEAM, HUNG, JULY),
                        new AppointLeader(TEAM, HUNG, AUGUST),
                        new AppointDeputy(TEAM, LAN, AUGUST))
                .when(appointment(Office.LEADER, AUGUST, AUGUST.minusDays(9)))
                .decides(
                        new AppointmentCorrected(TEAM, Office.LEADER, HUNG, AUGUST, AUGUST.minusDays(9)),
                        new DeputyRelieved(TEAM, HUNG, AUGUST.minusDays(9)));
        scenario.when(appointment(Office.DEPUTY, AUGUST, AUGUST.minusDays(12))).isRefusedBy(DEPUTY_IS_NOT_THE_LEADER);
        scenario.when(appointment(Office.LEADER, AUGUST.minusDays(9), AUGUST.plusDays(1)))
                .isRefusedBy(DEPUTY_IS_NOT_THE_LEADER);
        scenario.given(appointment(Office.DEPUTY, AUGUST, AUGUST.minusDays(9)));
    }

    @Test
    void nobodyIsInOfficeForLongerThanAMember() {
        scenario.given(
                new AppointLeader(TEAM, HUNG, JULY),
                new EndMembership(TEAM, LAN, EndReason.MOVED_AWAY, JULY.plusDays(3)),
                new SuspendMember(TEAM, MAI, TODAY, REASON),
                new ResumeMember(TEAM, MAI, TODAY.plusDays(3)),
                new AppointDeputy(TEAM, MAI, TODAY.plusDays(3)));
        scenario.when(appointment(Office.LEADER, JULY, JULY.plusDays(9))).isRefusedBy(LEADER_IS_ACTIVE_MEMBER, JULY);
        scenario.when(appointment(Office.DEPUTY, TODAY.plusDays(3), AUGUST))
                .isRefusedBy(DEPUTY_IS_ACTIVE_MEMBER, AUGUST);
    }

    @Test
    void anAppointmentBetweenTwoOthersIsTakenBack() {
        scenario.given(new AppointLeader(TEAM, HUNG, JULY), new AppointLeader(TEAM, MAI, AUGUST))
                .when(appointment(Office.LEADER, JULY, null))
                .decides(new AppointmentWithdrawn(TEAM, Office.LEADER, HUNG, JULY));
        assertThat(known().isLedBy(HUNG, FOUNDED)).isFalse();
        assertThat(known().isLedBy(LAN, AUGUST.minusDays(1))).isTrue();
        scenario.when(appointment(Office.LEADER, JULY, null)).isRefusedBy(APPOINTMENT_TO_CORRECT_IS_KNOWN, JULY);
        scenario.given(appointment(Office.LEADER, AUGUST, JULY.minusDays(3)));
    }

    /** Lan had left while Hùng was recorded as the leader, so nobody leads from then on. */
    @Test
    void whoLedBeforeLeadsNoLongerThanAsAMember() {
        LocalDate left = JULY.plusDays(9);
        scenario.given(
                        new AppointLeader(TEAM, HUNG, JULY),
                        new EndMembership(TEAM, LAN, EndReason.MOVED_AWAY, left.minusDays(1)))
                .when(appointment(Office.LEADER, JULY, null))
                .decides(
                        new AppointmentWithdrawn(TEAM, Office.LEADER, HUNG, JULY),
                        new TeamFlaggedLeaderless(TEAM, LAN, left));
        scenario.given(new AppointLeader(TEAM, HUNG, AUGUST));
    }

    @Test
    void whoWasNotMadeLeaderIsDeputyAgain() {
        scenario.given(new AppointDeputy(TEAM, HUNG, JULY), new AppointLeader(TEAM, HUNG, AUGUST))
                .when(appointment(Office.LEADER, AUGUST, null))
                .decides(
                        new AppointmentWithdrawn(TEAM, Office.LEADER, HUNG, AUGUST),
                        new DeputyAppointed(TEAM, HUNG, AUGUST));
        scenario.when(new AppointDeputy(TEAM, HUNG, TODAY)).isRefusedBy(DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE);
    }

    @Test
    void whoDeputisesSinceIsNotTheLeaderOfThoseDays() {
        scenario.given(new AppointLeader(TEAM, HUNG, JULY), new AppointDeputy(TEAM, LAN, AUGUST))
                .when(appointment(Office.LEADER, JULY, null))
                .isRefusedBy(DEPUTY_IS_NOT_THE_LEADER);
        scenario.given(appointment(Office.DEPUTY, AUGUST, null), appointment(Office.LEADER, JULY, null));
    }

    @Test
    void aDeputyGoesOnUntilTheyLead() {
        scenario.given(
                        new AppointDeputy(TEAM, HUNG, FOUNDED),
                        new AppointDeputy(TEAM, MAI, JULY),
                        new AppointLeader(TEAM, HUNG, AUGUST))
                .when(appointment(Office.DEPUTY, JULY, null))
                .decides(
                        new AppointmentWithdrawn(TEAM, Office.DEPUTY, MAI, JULY),
                        new DeputyRelieved(TEAM, HUNG, AUGUST));
    }

    private Team known() {
        return Team.of(scenario.stream(TEAM.value()).stream()
                .map(TeamEvent.class::cast)
                .toList());
    }

    @Test
    void theFirstLeaderLeadsFromTheFirstDayOfTheTeam() {
        scenario.when(appointment(Office.LEADER, FOUNDED, JULY)).isRefusedBy(APPOINTMENT_TO_CORRECT_IS_KNOWN, FOUNDED);
    }

    @Test
    void theDayOfARenamingIsCorrectedBetweenItsNeighbours() {
        scenario.given(rename("Tổ Một", AUGUST))
                .when(new CorrectRenaming(TEAM, AUGUST, JULY, REASON))
                .decides(new RenamingCorrected(TEAM, "Tổ Một", AUGUST, JULY));
        scenario.given(
                new CorrectRenaming(TEAM, JULY, AUGUST, REASON), new CorrectRenaming(TEAM, AUGUST, JULY, REASON));

        scenario.given(rename("Tổ Hai", TODAY))
                .when(new CorrectRenaming(TEAM, JULY, TODAY, REASON))
                .isRefusedBy(
                        CORRECTED_TEAM_CHANGE_LIES_BETWEEN_ITS_NEIGHBOURS, FOUNDED.plusDays(1), TODAY.minusDays(1));
        scenario.when(new CorrectRenaming(TEAM, JULY, JULY, REASON)).isRefusedBy(TEAM_CHANGE_DAY_CHANGES);
        scenario.when(new CorrectRenaming(TEAM, FOUNDED, JULY, REASON))
                .isRefusedBy(TEAM_CHANGE_TO_CORRECT_IS_KNOWN, FOUNDED);
    }

    @Test
    void helpRestsOnTheRightDayOfAChangeOfCoverage() {
        scenario.given(register(HOUSEHOLD, HAMLET), cover(TEAM, TODAY, FAR_HAMLET));
        scenario.when(record(NOW, LAN)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        scenario.when(new CorrectCoverage(TEAM, TODAY, TODAY.plusDays(1), REASON))
                .decides(new CoverageCorrected(TEAM, List.of(FAR_HAMLET), TODAY, TODAY.plusDays(1)));
        scenario.given(record(NOW, LAN));
    }

    @Test
    void ofSeveralDecisionsOfOneDayOnlyTheLastHoldsWhenItsDayIsCorrected() {
        LocalDate entered = TODAY.minusDays(3);
        scenario.given(
                register(HOUSEHOLD, HAMLET),
                cover(TEAM, entered, FAR_HAMLET),
                cover(TEAM, entered, HAMLET, FAR_HAMLET),
                rename("Tổ Mốt", entered),
                rename("Tổ Một", entered),
                new AppointLeader(TEAM, HUNG, entered),
                new AppointLeader(TEAM, MAI, entered));
        scenario.given(
                new CorrectCoverage(TEAM, entered, TODAY.plusDays(1), REASON),
                new CorrectRenaming(TEAM, entered, JULY, REASON),
                appointment(Office.LEADER, entered, JULY));

        scenario.given(record(NOW, LAN));
        scenario.when(rename("Tổ Một", TODAY)).isRefusedBy(TEAM_NAME_CHANGES);
        scenario.when(new AppointLeader(TEAM, MAI, TODAY)).isRefusedBy(LEADER_IS_SOMEONE_ELSE_THAN_BEFORE);
    }

    @Test
    void aTeamThatWasNotDissolvedGoesOnWithItsMembersOfficesAndUnits() {
        scenario.given(register(HOUSEHOLD, HAMLET), new AppointDeputy(TEAM, HUNG, JULY), dissolve(AUGUST));
        scenario.when(rename("Tổ Một", TODAY)).isRefusedBy(TEAM_IS_NOT_DISSOLVED, AUGUST);
        scenario.when(new CorrectDissolution(TEAM, AUGUST, REASON))
                .isRefusedBy(DISSOLUTION_CORRECTION_CHANGES_SOMETHING);

        scenario.given(new CorrectDissolution(TEAM, null, REASON));
        assertThat(scenario.stream(TEAM.value()))
                .contains(new DissolutionCorrected(TEAM, AUGUST, null))
                .filteredOn(MembershipCorrected.class::isInstance)
                .extracting(event -> ((MembershipCorrected) event).member())
                .containsExactlyInAnyOrder(LAN, HUNG, MAI);
        scenario.given(record(NOW, LAN), rename("Tổ Một", TODAY));
        scenario.when(new AppointLeader(TEAM, LAN, TODAY)).isRefusedBy(LEADER_IS_SOMEONE_ELSE_THAN_BEFORE);
        scenario.when(new AppointDeputy(TEAM, HUNG, TODAY)).isRefusedBy(DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE);
        scenario.when(new CorrectDissolution(TEAM, null, REASON)).isRefusedBy(TEAM_IS_DISSOLVED);
    }

    @Test
    void aTeamEndsOnTheRightLastDayWithItsMemberships() {
        scenario.given(register(HOUSEHOLD, HAMLET), dissolve(AUGUST), new CorrectDissolution(TEAM, TODAY, REASON));
        scenario.given(record(NOW, LAN));
        scenario.when(rename("Tổ Một", TODAY.plusDays(1))).isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
        scenario.when(new CorrectDissolution(TEAM, FOUNDED.minusDays(1), REASON))
                .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), FOUNDED);
        scenario.given(new CorrectDissolution(TEAM, null, REASON));
    }

    private static RenameTeam rename(String name, LocalDate from) {
        return new RenameTeam(TEAM, name, signedOn(FOUNDED), from);
    }

    private static DissolveTeam dissolve(LocalDate lastDay) {
        return new DissolveTeam(TEAM, signedOn(FOUNDED), lastDay, REASON + " ở khu phố");
    }

    @Test
    void theNameOfAnOrganisationIsCorrected() {
        scenario.given(new RegisterOrganisation(COMPANY, "VNPT Bình Dươg", OrganisationKind.OTHER))
                .when(new CorrectOrganisation(COMPANY, "VNPT Bình Dương", OrganisationKind.TELECOM_COMPANY, REASON))
                .decides(new OrganisationCorrected(COMPANY, "VNPT Bình Dương", OrganisationKind.TELECOM_COMPANY));
        scenario.when(new CorrectOrganisation(COMPANY, "VNPT Bình Dương", OrganisationKind.TELECOM_COMPANY, REASON))
                .isRefusedBy(ORGANISATION_CORRECTION_CHANGES_SOMETHING);
        scenario.given(new CorrectOrganisation(COMPANY, "VNPT Bình Dươg", OrganisationKind.OTHER, REASON));
    }

    @Test
    void theDaysOfAPeriodOfSupportAreCorrected() {
        scenario.given(
                new RegisterOrganisation(COMPANY, "VNPT", OrganisationKind.TELECOM_COMPANY),
                new SupportTeam(COMPANY, TEAM, FOUNDED),
                new EndSupport(COMPANY, TEAM, JULY),
                new SupportTeam(COMPANY, TEAM, AUGUST));

        scenario.when(new CorrectSupport(COMPANY, TEAM, FOUNDED, FOUNDED, null, REASON))
                .isRefusedBy(CORRECTION_LEAVES_SUPPORT_OPEN_OR_ENDED);
        scenario.when(new CorrectSupport(COMPANY, TEAM, FOUNDED, FOUNDED, TODAY, REASON))
                .isRefusedBy(CORRECTED_SUPPORT_OVERLAPS_NO_OTHER, AUGUST);
        scenario.when(new CorrectSupport(COMPANY, TEAM, FOUNDED, FOUNDED.plusDays(5), JULY.plusDays(9), REASON))
                .decides(new SupportCorrected(COMPANY, TEAM, FOUNDED, FOUNDED.plusDays(5), JULY.plusDays(9)));
        scenario.given(new CorrectSupport(COMPANY, TEAM, FOUNDED.plusDays(5), FOUNDED, JULY, REASON));
    }
}
