package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Households that a team is responsible for on the quarter's last day. */
final class HouseholdIndicatorsTest {

    private static final TeamId TEAM = new TeamId("team");
    private static final Responsible LAN = new Responsible(TEAM, new MemberId("lan"));
    private static final HouseholdId HOME = new HouseholdId("h");
    private static final UnitId UNIT = new UnitId("unit");
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    private final Indicators indicators = new Indicators(TEAM, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
    private long position;

    @Test
    void leaveOutWhatIsUnassignedByThen() {
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.DECIDED, LAST));

        assertThat(assigned()).isZero();
    }

    @Test
    void keepWhatIsUnassignedOnlyAfterwards() {
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.LEFT, LAST.plusDays(1)));

        assertThat(assigned()).isOne();
    }

    @Test
    void keepWhatMovedWithinTheCoverage() {
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdRelocated(HOME, UNIT, new UnitId("next"), LAN, LAST.minusDays(1)));

        assertThat(assigned()).isOne();
    }

    @Test
    void anAssignmentEnteredForTheWrongQuarterCountsInTheRightOne() {
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new AssignmentCorrected(HOME, UNIT, null, LAN, LAST.minusDays(9), LAST.plusDays(3)));
        assertThat(assigned()).isZero();

        on(new AssignmentCorrected(HOME, UNIT, null, LAN, LAST.plusDays(3), LAST));
        assertThat(assigned()).isOne();
        assertThat(indicators.evidence().get("H02"))
                .as("proved by the assignment and both corrections")
                .containsExactly(new Indicators.Counted(1, List.of(0L, 1L, 2L)));
    }

    @Test
    void aHouseholdThatDidNotMoveAwayStaysWithItsTeam() {
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, LAST.minusDays(3)));
        assertThat(assigned()).isZero();

        on(new RelocationWithdrawn(HOME, UNIT, UNIT, new UnitId("far"), LAST.minusDays(3), List.of(LAN), List.of()));
        assertThat(assigned()).isOne();
        assertThat(indicators.evidence().get("H02"))
                .as("proved by the assignment and the correction")
                .containsExactly(new Indicators.Counted(1, List.of(0L, 2L)));
    }

    @Test
    void aHouseholdThatDidNotMoveAwayIsOfTheTeamThatTookItOnThatDay() {
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(3)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, LAST.minusDays(3)));
        List<TeamId> endedAgain = List.of(TEAM);

        on(new RelocationWithdrawn(HOME, UNIT, UNIT, new UnitId("far"), LAST.minusDays(3), List.of(LAN), endedAgain));
        assertThat(assigned()).isZero();
    }

    @Test
    void aHouseholdStaysWithItsFormerTeamUntilTheRightDayOfTheHandOver() {
        Responsible other = new Responsible(new TeamId("other"), new MemberId("minh"));
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdReassigned(HOME, UNIT, LAN, other, LAST.minusDays(3)));
        assertThat(assigned()).isZero();

        on(new AssignmentCorrected(HOME, UNIT, LAN, other, LAST.minusDays(3), LAST.plusDays(1)));
        assertThat(assigned()).isOne();
    }

    /** The team before, as it was when the change was recorded, is told last. */
    @Test
    void aChangeOfItsOwnIsNotCountedTwice() {
        Responsible other = new Responsible(new TeamId("other"), new MemberId("minh"));
        on(new HouseholdReassigned(HOME, UNIT, other, LAN, LAST.minusDays(3)));
        on(new HouseholdReassigned(HOME, UNIT, LAN, other, LAST.minusDays(3)));
        on(new AssignmentCorrected(HOME, UNIT, null, LAN, LAST.minusDays(3), LAST.minusDays(9)));
        on(new AssignmentCorrected(HOME, UNIT, LAN, other, LAST.minusDays(3), LAST.minusDays(9)));
        on(new AssignmentCorrected(HOME, UNIT, other, LAN, LAST.minusDays(3), LAST.minusDays(9)));

        assertThat(assigned()).isZero();
    }

    @Test
    void whoIsAssignedOnTheDayOfAnEndStaysSoWhenTheEndHasAnotherDay() {
        Responsible hung = new Responsible(TEAM, new MemberId("hung"));
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.LEFT, LAST.plusDays(1)));
        on(new HouseholdAssigned(HOME, UNIT, hung, LAST.plusDays(1)));
        assertThat(assigned()).isOne();

        on(new AssignmentCorrected(HOME, UNIT, LAN, null, LAST.plusDays(1), LAST.minusDays(1)));
        assertThat(assigned()).isZero();
    }

    @Test
    void whatIsPutBeforeAComingChangeHoldsUntilThen() {
        Responsible other = new Responsible(new TeamId("other"), new MemberId("minh"));
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new HouseholdReassigned(HOME, UNIT, LAN, other, LAST.plusDays(1)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.DECIDED, LAST.minusDays(1)));
        assertThat(assigned()).isZero();

        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST));
        assertThat(assigned()).isOne();
    }

    @Test
    void aTeamThatHasAHouseholdForAWhileIsToldWhatComesNext() {
        Responsible other = new Responsible(new TeamId("other"), new MemberId("minh"));
        on(new HouseholdReassigned(HOME, UNIT, other, LAN, LAST.minusDays(9)));
        assertThat(assigned()).isOne();

        on(new AssignmentCorrected(HOME, UNIT, LAN, other, LAST.minusDays(3), LAST.minusDays(3)));
        assertThat(assigned()).isZero();
    }

    @Test
    void whatIsToldStaysInFrontOfALaterChangeOfItsDay() {
        Responsible other = new Responsible(new TeamId("other"), new MemberId("minh"));
        Responsible hung = new Responsible(TEAM, new MemberId("hung"));
        on(new HouseholdReassigned(HOME, UNIT, other, hung, LAST.minusDays(3)));
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(9)));
        on(new AssignmentCorrected(HOME, UNIT, LAN, other, LAST.minusDays(3), LAST.minusDays(3)));
        assertThat(assigned()).isOne();

        on(new AssignmentCorrected(HOME, UNIT, other, hung, LAST.minusDays(3), LAST.plusDays(1)));
        assertThat(assigned()).isZero();
    }

    /** The household was lost and given back on one day; which of both moves, such a part does not say. */
    @Test
    void aPartThatNamesNobodyMovesTheLastChangeOfTheDay() {
        Responsible hung = new Responsible(TEAM, new MemberId("hung"));
        on(new HouseholdAssigned(HOME, UNIT, LAN, LAST.minusDays(30)));
        on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.DECIDED, LAST.minusDays(9)));
        on(new HouseholdAssigned(HOME, UNIT, hung, LAST.minusDays(9)));
        on(new AssignmentCorrected(HOME, UNIT, null, null, LAST.minusDays(9), LAST.minusDays(6)));

        assertThat(assigned()).isOne();
    }

    private void on(DomainEvent event) {
        indicators.on(position++, event);
    }

    private long assigned() {
        return indicators.figures().stream()
                .filter(figure -> figure.code().equals("H02"))
                .mapToLong(Figure::value)
                .sum();
    }
}
