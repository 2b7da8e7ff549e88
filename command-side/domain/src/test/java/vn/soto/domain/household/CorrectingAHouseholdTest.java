package vn.soto.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.household.ConsentRule.CONSENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.ConsentRule.CORRECTED_CONSENT_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.household.HouseholdRule.ASSIGNMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.COMING_RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.household.HouseholdRule.CORRECTED_DAY_DIFFERS;
import static vn.soto.domain.household.HouseholdRule.CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.household.HouseholdRule.DEPARTURE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NOT_LEFT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE;
import static vn.soto.domain.household.HouseholdRule.MOVE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.HouseholdRule.REFERENCE_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM;
import static vn.soto.domain.household.HouseholdRule.RETURN_TO_CORRECT_IS_KNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.CounterCommands;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.ConsentCommand.CorrectConsent;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.CounterCommand.Turn;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.events.EventCodec;

final class CorrectingAHouseholdTest extends SampleCommune {

    private static final String REASON = "Ghi nhầm ngày";
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final Responsible OF_HUNG = new Responsible(TEAM, HUNG);
    private static final Responsible OF_MAI = new Responsible(TEAM, MAI);

    private final Scenario scenario =
            Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam(), register(HOUSEHOLD, HAMLET));

    private static CorrectAssignment assignment(LocalDate entered, LocalDate right) {
        return new CorrectAssignment(HOUSEHOLD, entered, right, REASON);
    }

    private static CorrectRelocation move(LocalDate entered, @Nullable LocalDate right) {
        return new CorrectRelocation(HOUSEHOLD, entered, right, REASON);
    }

    private static CorrectDeparture departure(LocalDate entered, LocalDate right) {
        return new CorrectDeparture(HOUSEHOLD, entered, right, REASON);
    }

    private static CorrectReturn comingBack(LocalDate entered, LocalDate right) {
        return new CorrectReturn(HOUSEHOLD, entered, right, REASON);
    }

    private static AssignmentCorrected corrected(
            @Nullable Responsible from, @Nullable Responsible to, LocalDate entered, LocalDate right) {
        return new AssignmentCorrected(HOUSEHOLD, HAMLET, from, to, entered, right);
    }

    @Test
    void aReferenceCodeWithATypingErrorIsCorrected() {
        scenario.when(new CorrectHousehold(HOUSEHOLD, "KP1-0011", REASON))
                .decides(new ReferenceCorrected(HOUSEHOLD, HAMLET, "KP1-0011"));
        scenario.when(new CorrectHousehold(HOUSEHOLD, "KP1-0011", REASON))
                .isRefusedBy(REFERENCE_CORRECTION_CHANGES_SOMETHING);
        scenario.when(new CorrectHousehold(HOUSEHOLD, "ông Nguyễn Văn Bảy", REASON))
                .isRefusedBy(HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE, 40);
    }

    @Test
    void theDayOfAnAssignmentIsCorrectedAndTheNextOneFollowsTheRightDay() {
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, AUGUST))
                .when(assignment(AUGUST, JULY))
                .decides(corrected(null, OF_HUNG, AUGUST, JULY));

        scenario.given(new ReassignHousehold(HOUSEHOLD, TEAM, MAI, JULY.plusDays(9)));
    }

    @Test
    void anEarlierAssignmentStaysBetweenItsNeighbours() {
        scenario.given(
                new AssignHousehold(HOUSEHOLD, TEAM, HUNG, JULY), new ReassignHousehold(HOUSEHOLD, TEAM, MAI, AUGUST));

        scenario.when(assignment(JULY, AUGUST.plusDays(1)))
                .isRefusedBy(CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS, LocalDate.of(2000, 1, 1), AUGUST);
        scenario.when(assignment(JULY, JULY)).isRefusedBy(CORRECTED_DAY_DIFFERS);
        scenario.when(assignment(TODAY, JULY)).isRefusedBy(ASSIGNMENT_TO_CORRECT_IS_KNOWN, TODAY);
        scenario.when(assignment(AUGUST, JULY.plusDays(3)))
                .decides(corrected(OF_HUNG, OF_MAI, AUGUST, JULY.plusDays(3)));
    }

    @Test
    void nobodyBecomesResponsibleBeforeJoiningTheTeam() {
        scenario.given(new EnrolMember(TEAM, TUAN, MemberOrigin.TEACHER, AUGUST));
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, TUAN, AUGUST))
                .when(assignment(AUGUST, JULY))
                .isRefusedBy(RESPONSIBLE_MEMBER_BELONGS_TO_TEAM, JULY);
    }

    @Test
    void theDayOfAMoveIsCorrectedTogetherWithTheEndThatItBrought() {
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST))
                .when(move(AUGUST, JULY))
                .decides(
                        new RelocationCorrected(HOUSEHOLD, FAR_HAMLET, HAMLET, FAR_HAMLET, AUGUST, JULY),
                        new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, OF_HUNG, null, AUGUST, JULY));
        scenario.when(move(AUGUST, JULY)).isRefusedBy(MOVE_TO_CORRECT_IS_KNOWN, AUGUST);
        scenario.given(new AssignHousehold(HOUSEHOLD, FAR_TEAM, HUNG, JULY.plusDays(5)));
    }

    /** One event tells the team before the change as now known, one the team as recorded; together they move it once. */
    @Test
    void aChangeBeforeWhichAnotherTeamWasPutSinceMovesOnce() {
        LocalDate day = TODAY.plusDays(20);
        LocalDate right = TODAY.plusDays(15);
        scenario.given(
                cover(FAR_TEAM, JULY, HAMLET, FAR_HAMLET),
                new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                new UnassignHousehold(HOUSEHOLD, day, null),
                new AssignHousehold(HOUSEHOLD, TEAM, MAI, day),
                new UnassignHousehold(HOUSEHOLD, day, null),
                new ReassignHousehold(HOUSEHOLD, FAR_TEAM, TUAN, TODAY));
        scenario.when(assignment(day, right))
                .decides(
                        corrected(new Responsible(FAR_TEAM, TUAN), null, day, right),
                        corrected(null, OF_MAI, day, right),
                        corrected(OF_MAI, null, day, right),
                        corrected(OF_HUNG, null, day, right));
        scenario.when(new ReassignHousehold(HOUSEHOLD, TEAM, MAI, day)).isRefusedBy(HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER);
    }

    @Test
    void aMoveIsTakenBackTogetherWithTheEndThatItBrought() {
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST),
                        new MarkHouseholdLeft(HOUSEHOLD, AUGUST.plusDays(9)))
                .when(move(AUGUST, null))
                .decides(
                        new RelocationWithdrawn(
                                HOUSEHOLD, HAMLET, HAMLET, FAR_HAMLET, AUGUST, List.of(OF_HUNG), List.of()),
                        new CaseloadChanged(HUNG, TEAM, 1, 220),
                        new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_HUNG, UnassignmentCause.LEFT, AUGUST.plusDays(9)),
                        new CaseloadChanged(HUNG, TEAM, 0, 220));
        scenario.when(move(AUGUST, null)).isRefusedBy(MOVE_TO_CORRECT_IS_KNOWN, AUGUST);
    }

    @Test
    void aMoveIsTakenBackAfterWhoWasAssignedWhereItWent() {
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, JULY),
                        new AssignHousehold(HOUSEHOLD, FAR_TEAM, TUAN, AUGUST))
                .when(move(JULY, null))
                .isRefusedBy(COMING_RESPONSIBLE_TEAM_COVERS_HOUSEHOLD, AUGUST);
        scenario.given(new UnassignHousehold(HOUSEHOLD, AUGUST, null), move(JULY, null));
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, MAI, AUGUST));
    }

    /** The events of the team before do not tell who took the household over on that day. */
    @Test
    void aResponsibilityThatEndedAgainOnTheDayOfAMoveDoesNotGoOn() {
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, JULY),
                        new AssignHousehold(HOUSEHOLD, FAR_TEAM, TUAN, JULY),
                        new UnassignHousehold(HOUSEHOLD, JULY, null))
                .when(move(JULY, null))
                .decides(new RelocationWithdrawn(
                        HOUSEHOLD, HAMLET, HAMLET, FAR_HAMLET, JULY, List.of(OF_HUNG), List.of(TEAM)));
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, MAI, JULY));
    }

    @Test
    void aMoveBetweenTwoOthersIsTakenBackWithThoseThatItReplacedOnItsDay() {
        scenario.given(
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, JULY),
                        new RelocateHousehold(HOUSEHOLD, HAMLET, JULY.plusDays(3)),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, JULY.plusDays(3)),
                        new RelocateHousehold(HOUSEHOLD, HAMLET, AUGUST))
                .when(move(JULY.plusDays(3), null))
                .decides(
                        new RelocationWithdrawn(
                                HOUSEHOLD, HAMLET, HAMLET, FAR_HAMLET, JULY.plusDays(3), List.of(), List.of()),
                        new RelocationWithdrawn(
                                HOUSEHOLD, HAMLET, FAR_HAMLET, HAMLET, JULY.plusDays(3), List.of(), List.of()));
    }

    @Test
    void whoWasAssignedOnTheDayOfAMoveStaysSoWhenTheMoveHasAnotherDay() {
        Responsible ofTuan = new Responsible(FAR_TEAM, TUAN);
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST),
                        new AssignHousehold(HOUSEHOLD, FAR_TEAM, TUAN, AUGUST))
                .when(move(AUGUST, JULY))
                .decides(
                        new RelocationCorrected(HOUSEHOLD, FAR_HAMLET, HAMLET, FAR_HAMLET, AUGUST, JULY),
                        new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, OF_HUNG, null, AUGUST, JULY));
        scenario.when(assignment(AUGUST, JULY.plusDays(9)))
                .decides(new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, null, ofTuan, AUGUST, JULY.plusDays(9)));
    }

    @Test
    void theEndThatAMoveBroughtOnTheDayOfAnAssignmentStaysWhenTheAssignmentHasAnotherDay() {
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, AUGUST),
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST))
                .when(assignment(AUGUST, JULY))
                .decides(new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, null, OF_HUNG, AUGUST, JULY));
        scenario.when(move(AUGUST, JULY.plusDays(9)))
                .decides(
                        new RelocationCorrected(HOUSEHOLD, FAR_HAMLET, HAMLET, FAR_HAMLET, AUGUST, JULY.plusDays(9)),
                        new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, OF_HUNG, null, AUGUST, JULY.plusDays(9)));
    }

    @Test
    void aHouseholdThatDidNotLeaveOrMoveAwayHasItsResponsibleMemberAgain() {
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED));

        scenario.given(reversed(new MarkHouseholdLeft(HOUSEHOLD, JULY)));
        scenario.given(reversed(new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST)));

        scenario.when(new AssignHousehold(HOUSEHOLD, TEAM, MAI, AUGUST))
                .isRefusedBy(HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET);
    }

    @Test
    void aDepartureComesBeforeAHandOverThatIsDecidedForLater() {
        LocalDate later = TODAY.plusDays(20);
        scenario.given(
                new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                new ReassignHousehold(HOUSEHOLD, TEAM, MAI, later));

        assertThat(scenario.send(new MarkHouseholdLeft(HOUSEHOLD, TODAY)))
                .contains(
                        new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_HUNG, UnassignmentCause.LEFT, TODAY),
                        new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_MAI, UnassignmentCause.LEFT, later));
        scenario.when(new AssignHousehold(HOUSEHOLD, TEAM, MAI, later)).isRefusedBy(HOUSEHOLD_HAS_NOT_LEFT, TODAY);
        // The hand-over ended on its own day, past which it is not moved.
        scenario.when(assignment(later, later.plusDays(1)))
                .isRefusedBy(CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS, TODAY, later);
        scenario.given(new ReturnHousehold(HOUSEHOLD, HAMLET, TODAY.plusDays(9)));
    }

    /** U follows T in late September, V is put before U, and both begin in October in the end. */
    @Test
    void theTeamBeforeSeveralComingHandOversKeepsTheHouseholdUntilTheirRightDays() {
        TeamId second = new TeamId("team-u");
        TeamId third = new TeamId("team-v");
        LocalDate late = LocalDate.of(2026, 9, 28);
        LocalDate earlier = LocalDate.of(2026, 9, 20);
        LocalDate october = LocalDate.of(2026, 10, 5);
        scenario.given(
                form(second, HAMLET, new MemberId("u-1"), new MemberId("u-2"), new MemberId("u-3")),
                form(third, HAMLET, new MemberId("v-1"), new MemberId("v-2"), new MemberId("v-3")),
                new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                new ReassignHousehold(HOUSEHOLD, second, new MemberId("u-1"), late),
                new ReassignHousehold(HOUSEHOLD, third, new MemberId("v-1"), earlier));
        scenario.given(assignment(late, october.plusDays(5)), assignment(earlier, october));

        assertThat(households(TEAM)).isEqualTo(1);
        assertThat(households(second)).isZero();
        assertThat(households(third)).isZero();
    }

    /** H02 of the third quarter, folded from the events of the team. */
    private long households(TeamId team) {
        Indicators indicators = new Indicators(team, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
        scenario.ledger().events(0, Integer.MAX_VALUE).stream()
                .filter(stored -> stored.event().tags().contains("team:" + team))
                .forEach(stored ->
                        indicators.on(stored.position(), EventCodec.product().decode(stored)));
        return indicators.figures().stream()
                .filter(figure -> figure.code().equals("H02"))
                .mapToLong(Figure::value)
                .sum();
    }

    @Test
    void theDayOfADepartureIsCorrectedTogetherWithTheEndThatItBrought() {
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED), new MarkHouseholdLeft(HOUSEHOLD, AUGUST))
                .when(departure(AUGUST, JULY))
                .decides(
                        new DepartureCorrected(HOUSEHOLD, HAMLET, HAMLET, AUGUST, JULY),
                        new AssignmentCorrected(HOUSEHOLD, HAMLET, OF_HUNG, null, AUGUST, JULY));
        scenario.when(departure(AUGUST, JULY)).isRefusedBy(DEPARTURE_TO_CORRECT_IS_KNOWN, AUGUST);
        scenario.when(new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST)).isRefusedBy(HOUSEHOLD_HAS_NOT_LEFT, JULY);
        scenario.when(new ReturnHousehold(HOUSEHOLD, HAMLET, JULY.minusDays(1)))
                .isRefusedBy(HOUSEHOLD_CHANGES_ARE_IN_ORDER, JULY);
    }

    @Test
    void theDayOfAReturnIsCorrectedAfterTheDeparture() {
        scenario.given(new MarkHouseholdLeft(HOUSEHOLD, JULY), new ReturnHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST))
                .when(comingBack(AUGUST, JULY.plusDays(9)))
                .decides(new ReturnCorrected(HOUSEHOLD, FAR_HAMLET, FAR_HAMLET, AUGUST, JULY.plusDays(9)));
        scenario.when(comingBack(JULY.plusDays(9), JULY.minusDays(1)))
                .isRefusedBy(CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS, JULY, LocalDate.of(2999, 12, 31));
        scenario.when(comingBack(TODAY, JULY)).isRefusedBy(RETURN_TO_CORRECT_IS_KNOWN, TODAY);
        scenario.given(comingBack(JULY.plusDays(9), AUGUST));
    }

    @Test
    void aCorrectedDepartureGoesBackWithItsEnd() {
        scenario.given(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                        new MarkHouseholdLeft(HOUSEHOLD, AUGUST),
                        departure(AUGUST, JULY))
                .when(departure(JULY, AUGUST))
                .decides(
                        new DepartureCorrected(HOUSEHOLD, HAMLET, HAMLET, JULY, AUGUST),
                        new AssignmentCorrected(HOUSEHOLD, HAMLET, OF_HUNG, null, JULY, AUGUST));
    }

    @Test
    void eachCorrectionHasItsWayBack() {
        scenario.given(
                new CorrectHousehold(HOUSEHOLD, "KP1-0011", REASON),
                new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED),
                new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, AUGUST),
                move(AUGUST, JULY));
        scenario.given(new CorrectHousehold(HOUSEHOLD, "KP1-0001", REASON));
        scenario.given(move(JULY, AUGUST));
    }

    @Test
    void aConsentWithTheWrongDayAndFormIsCorrected() {
        Consent right = new Consent(ConsentPurpose.PHOTO, 2, ConsentMethod.SPOKEN, TEAM, LAN, JULY);
        scenario.given(new RecordConsent(
                        HOUSEHOLD, ConsentPurpose.PHOTO, 1, ConsentMethod.SIGNED_FORM, TEAM, HUNG, AUGUST))
                .when(consent(AUGUST, right))
                .decides(new ConsentCorrected(HOUSEHOLD, AUGUST, right));
        scenario.when(consent(AUGUST, right)).isRefusedBy(CONSENT_TO_CORRECT_IS_KNOWN, AUGUST);
        scenario.given(
                consent(JULY, new Consent(ConsentPurpose.PHOTO, 1, ConsentMethod.SIGNED_FORM, TEAM, HUNG, AUGUST)));
    }

    @Test
    void aConsentKeepsItsPlaceAmongTheOthersForThatPurpose() {
        scenario.given(
                new RecordConsent(HOUSEHOLD, ConsentPurpose.PHOTO, 1, ConsentMethod.SPOKEN, TEAM, HUNG, JULY),
                new RecordConsent(HOUSEHOLD, ConsentPurpose.PHOTO, 2, ConsentMethod.SPOKEN, TEAM, HUNG, AUGUST));

        scenario.when(consent(
                        JULY,
                        new Consent(ConsentPurpose.PHOTO, 1, ConsentMethod.SPOKEN, TEAM, HUNG, AUGUST.plusDays(1))))
                .isRefusedBy(
                        CORRECTED_CONSENT_LIES_BETWEEN_ITS_NEIGHBOURS, LocalDate.of(2000, 1, 1), AUGUST.minusDays(1));
    }

    private static CorrectConsent consent(LocalDate entered, Consent right) {
        return new CorrectConsent(
                HOUSEHOLD,
                right.purpose(),
                entered,
                right.textVersion(),
                right.method(),
                right.team(),
                right.witness(),
                right.day(),
                null,
                REASON);
    }

    /** Sends a command; the commands of its reversal, in their order. */
    private Command[] reversed(Command command) {
        List<DomainEvent> before = stream(HOUSEHOLD.value());
        List<DomainEvent> commit = scenario.send(command);
        return Stream.of(Turn.FIRST, Turn.SECOND)
                .flatMap(turn -> commit.stream()
                        .map(event -> CounterCommands.of(
                                (ProductEvent) event, new EarlierEvents(() -> before, () -> before), REASON))
                        .map(counter -> counter instanceof CounterCommand.Given given && given.turn() == turn
                                ? given.command()
                                : null)
                        .filter(Objects::nonNull))
                .toArray(Command[]::new);
    }

    private List<DomainEvent> stream(String aggregate) {
        return scenario.stream(aggregate);
    }
}
