package vn.soto.domain.reach;

import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_PLACE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.unit.UnitCommand.MergeUnits;

/** The commune Minh Thạnh is merged into a new one: who acts there afterwards. */
final class EndedUnitTest extends SampleCommune {

    private static final UnitId NEW = new UnitId("u-commune-new");

    private final RightsWorld world = new RightsWorld();
    private final Scenario scenario = world.scenario();
    private int households;

    @BeforeEach
    void merge() {
        scenario.as("an")
                .given(
                        establish(NEW, UnitKind.COMMUNE, "Minh Tân", "25799", RightsWorld.DISTRICT),
                        new MergeUnits(NEW, List.of(COMMUNE), signedOn(FOUNDED), TODAY));
    }

    private void act(String account) {
        scenario.as(account).given(register(new HouseholdId("h-new-" + ++households), HAMLET));
    }

    private void isRefused(String account, Role role) {
        scenario.as(account)
                .when(register(new HouseholdId("h-new-" + ++households), HAMLET))
                .isRefusedBy(
                        RIGHT_REACHES_THE_PLACE, role.name(), "xã Minh Thạnh", FOUNDED, "ấp Đồng Tâm 1, xã Minh Tân");
    }

    private void grant(String account, Role role, UnitId unit, LocalDate from) {
        scenario.as("an");
        world.grant(account, role, Area.of(unit), from, null);
    }

    /** Those above could act before, too. */
    @Test
    void itsOfficersActUntilSomebodyHasTakenOver() {
        act("officer-commune");
        act("officer-district");
    }

    @Test
    void onTheDayOnWhichOthersTakeOverTheyLoseWhatTheyDid() {
        grant("officer-new", Role.OFFICER, NEW, TODAY);

        act("officer-new");
        isRefused("officer-commune", Role.OFFICER);
        act("officer-hamlet");
    }

    @Test
    void notADayBefore() {
        grant("officer-new", Role.OFFICER, NEW, TODAY.plusDays(1));

        act("officer-commune");
    }

    @Test
    void whoSeesFiguresAloneTakesNothingOver() {
        grant("viewer-new", Role.VIEWER, NEW, TODAY);

        act("officer-commune");
    }

    @Test
    void whoeverHasBothRightsActsByTheNewOne() {
        grant("officer-commune", Role.OFFICER, NEW, TODAY);

        act("officer-commune");
    }
}
