package vn.soto.domain.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.RedatedDays;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.shared.Command;

/** A replaced entry of a day never comes back when that day is corrected. */
final class RedatedHouseholdTest extends SampleCommune {

    private static final String REASON = "Ghi nhầm ngày";
    private static final UnitId THIRD = new UnitId("u-hamlet-3");

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    establish(THIRD, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE),
                    formTeam(),
                    register(HOUSEHOLD, HAMLET));

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private Household household() {
        return Household.of(scenario.stream(HOUSEHOLD.value()).stream()
                .map(HouseholdEvent.class::cast)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAResponsibility(long seed) {
        new RedatedDays<>(
                        scenario,
                        Optional.<Responsible>empty(),
                        List.of(Optional.empty(), of(LAN), of(HUNG), of(MAI)),
                        RedatedHouseholdTest::decided,
                        (entered, right) -> new CorrectAssignment(HOUSEHOLD, entered, right, REASON),
                        () -> household()::responsibleOn)
                .check(seed);
    }

    private static Optional<Responsible> of(MemberId member) {
        return Optional.of(new Responsible(TEAM, member));
    }

    private static Command decided(LocalDate day, Optional<Responsible> before, Optional<Responsible> now) {
        return now.map(to -> before.isEmpty()
                        ? new AssignHousehold(HOUSEHOLD, TEAM, to.member(), day)
                        : (Command) new ReassignHousehold(HOUSEHOLD, TEAM, to.member(), day))
                .orElseGet(() -> new UnassignHousehold(HOUSEHOLD, day, null));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAMove(long seed) {
        new RedatedDays<>(
                        scenario,
                        HAMLET,
                        List.of(HAMLET, FAR_HAMLET, THIRD),
                        (day, before, unit) -> new RelocateHousehold(HOUSEHOLD, unit, day),
                        (entered, right) -> new CorrectRelocation(HOUSEHOLD, entered, right, REASON),
                        () -> household()::unitOn)
                .check(seed);
    }
}
