package vn.soto.query.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class RegisteredHouseholdTest {

    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final UnitId UNIT = new UnitId("hamlet");
    private static final Responsible LAN = new Responsible(new TeamId("river"), new MemberId("lan"));
    private static final Responsible HUNG = new Responsible(new TeamId("river"), new MemberId("hung"));
    private static final LocalDate ENTERED = LocalDate.of(2026, 7, 1);
    private static final LocalDate RIGHT = LocalDate.of(2026, 6, 1);

    private final RegisteredHousehold assigned =
            RegisteredHousehold.first("h-1").after(new HouseholdAssigned(HOUSEHOLD, UNIT, LAN, ENTERED), 1);

    @Test
    void theFirstDayOfItsMemberIsTheCorrectedOne() {
        assertThat(assigned.charge()).isEqualTo("river/lan/2026-07-01");
        assertThat(assigned.after(new AssignmentCorrected(HOUSEHOLD, UNIT, null, LAN, ENTERED, RIGHT), 2)
                        .charge())
                .isEqualTo("river/lan/2026-06-01");
    }

    @Test
    void aCorrectionOfAnEarlierMembersDayLeavesThatOfThePresentOne() {
        RegisteredHousehold passed =
                assigned.after(new HouseholdReassigned(HOUSEHOLD, UNIT, LAN, HUNG, ENTERED.plusDays(9)), 2);

        assertThat(passed.after(new AssignmentCorrected(HOUSEHOLD, UNIT, null, LAN, ENTERED, RIGHT), 3)
                        .charge())
                .isEqualTo("river/hung/2026-07-10");
    }
}
