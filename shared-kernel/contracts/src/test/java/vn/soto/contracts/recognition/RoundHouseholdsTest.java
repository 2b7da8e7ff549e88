package vn.soto.contracts.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class RoundHouseholdsTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final HouseholdId HOME = new HouseholdId("h");
    private static final UnitId UNIT = new UnitId("unit");
    private static final Responsible LAN = new Responsible(new TeamId("river"), new MemberId("lan"));
    private static final Responsible TUAN = new Responsible(new TeamId("hill"), new MemberId("tuan"));

    private final RoundHouseholds households = new RoundHouseholds(Set.of(LAN.team()));

    @Test
    void whoIsAssignedOnTheDayOfAnEndStaysSoWhenTheEndHasAnotherDay() {
        households.on(new HouseholdAssigned(HOME, UNIT, LAN, JULY.minusDays(40)));
        households.on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, JULY));
        households.on(new HouseholdAssigned(HOME, UNIT, TUAN, JULY));
        households.on(new AssignmentCorrected(HOME, UNIT, LAN, null, JULY, JULY.minusDays(6)));

        assertThat(households.assigned(JULY.minusDays(7)).teams()).isEqualTo(Map.of(LAN.team(), 1));
        assertThat(households.assigned(JULY.minusDays(1)).teams()).isEmpty();
        assertThat(households.assigned(JULY).teams()).isEqualTo(Map.of(TUAN.team(), 1));
    }

    @Test
    void anEndByAMoveThatNeverWasIsNone() {
        households.on(new HouseholdAssigned(HOME, UNIT, LAN, JULY.minusDays(40)));
        households.on(new HouseholdUnassigned(HOME, UNIT, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, JULY));
        households.on(new RelocationWithdrawn(HOME, UNIT, UNIT, new UnitId("far"), JULY, List.of(LAN), List.of()));

        assertThat(households.assigned(JULY).teams()).isEqualTo(Map.of(LAN.team(), 1));
    }

    /** The team before, as it was when the change was recorded, is told last. */
    @Test
    void aChangeOfItsOwnIsNotPutTwice() {
        households.on(new HouseholdReassigned(HOME, UNIT, TUAN, LAN, JULY));
        households.on(new HouseholdReassigned(HOME, UNIT, LAN, TUAN, JULY));
        households.on(new AssignmentCorrected(HOME, UNIT, null, LAN, JULY, JULY.minusDays(6)));
        households.on(new AssignmentCorrected(HOME, UNIT, LAN, TUAN, JULY, JULY.minusDays(6)));
        households.on(new AssignmentCorrected(HOME, UNIT, TUAN, LAN, JULY, JULY.minusDays(6)));

        assertThat(households.assigned(JULY).teams()).isEqualTo(Map.of(TUAN.team(), 1));
    }

    /** A team that was put before a coming day, and has a later change of that day, is told the first one. */
    @Test
    void whatComesNextIsToldInFrontOfWhatIsKnownOfItsDay() {
        Responsible lanLater = new Responsible(LAN.team(), new MemberId("mai"));
        LocalDate next = JULY.plusDays(30);
        households.on(new HouseholdReassigned(HOME, UNIT, TUAN, lanLater, next));
        households.on(new HouseholdAssigned(HOME, UNIT, LAN, JULY));
        households.on(new AssignmentCorrected(HOME, UNIT, LAN, TUAN, next, next));
        assertThat(households.assigned(next).members()).isEqualTo(Map.of(lanLater.member(), 1));

        households.on(new AssignmentCorrected(HOME, UNIT, TUAN, lanLater, next, next.plusDays(2)));
        assertThat(households.assigned(next.plusDays(1)).teams()).isEqualTo(Map.of(TUAN.team(), 1));
        assertThat(households.assigned(next.plusDays(2)).members()).isEqualTo(Map.of(lanLater.member(), 1));
    }

    /** A round that has one of the teams only is told its change by the correction. */
    @Test
    void aChangeThatIsNotKnownBecomesKnownByItsCorrection() {
        households.on(new AssignmentCorrected(HOME, UNIT, LAN, TUAN, JULY, JULY.minusDays(6)));

        assertThat(households.assigned(JULY.minusDays(6)).teams()).isEqualTo(Map.of(TUAN.team(), 1));
    }
}
