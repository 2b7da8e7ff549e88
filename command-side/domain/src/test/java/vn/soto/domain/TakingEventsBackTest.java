package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.CounterRule;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.team.TeamCommand.RenameTeam;

/** A coming change goes back to the one that was put before it since, and the aggregate accepts that. */
final class TakingEventsBackTest extends SampleCommune {

    private static final String REASON = "nhập nhầm tệp";
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate SOON = TODAY.plusDays(5);
    private static final LocalDate COMING = TODAY.plusDays(20);
    private static final UnitId THIRD = new UnitId("u-hamlet-3");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));
    private final List<DomainEvent> earlier = new ArrayList<>();

    private void given(Command... commands) {
        for (Command command : commands) {
            earlier.addAll(scenario.send(command));
        }
    }

    /** The command that takes back the first event of a command after another was recorded for an earlier day. */
    private CounterCommand counterAfter(Command command, Command since) {
        DomainEvent event = scenario.send(command).getFirst();
        List<DomainEvent> others = new ArrayList<>(earlier);
        others.addAll(scenario.send(since));
        return CounterCommands.of((ProductEvent) event, new EarlierEvents(() -> earlier, () -> others), REASON);
    }

    @BeforeEach
    void aThirdHamletIsThere() {
        scenario.given(establish(THIRD, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE));
    }

    @Test
    void aHouseholdLivesThere() {
        goesBack(
                counterAfter(
                        new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, COMING),
                        new RelocateHousehold(HOUSEHOLD, THIRD, SOON)),
                new RelocateHousehold(HOUSEHOLD, THIRD, COMING));
    }

    @Test
    void aHouseholdThatDidNotLeaveLivesThere() {
        goesBack(
                counterAfter(new MarkHouseholdLeft(HOUSEHOLD, COMING), new RelocateHousehold(HOUSEHOLD, THIRD, SOON)),
                new ReturnHousehold(HOUSEHOLD, THIRD, COMING));
    }

    @Test
    void aHouseholdIsWithTheMemberToWhomItPassed() {
        given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, YESTERDAY));

        goesBack(
                counterAfter(
                        new ReassignHousehold(HOUSEHOLD, TEAM, LAN, COMING),
                        new ReassignHousehold(HOUSEHOLD, TEAM, MAI, SOON)),
                new ReassignHousehold(HOUSEHOLD, TEAM, MAI, COMING));
    }

    @Test
    void aHouseholdStaysWithTheMemberToWhomItPassed() {
        given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, YESTERDAY));
        CounterCommand counter = counterAfter(
                new UnassignHousehold(HOUSEHOLD, COMING, REASON), new ReassignHousehold(HOUSEHOLD, TEAM, MAI, SOON));

        AssignHousehold again = new AssignHousehold(HOUSEHOLD, TEAM, MAI, COMING);
        assertThat(counter).isEqualTo(new CounterCommand.Given(again, CounterCommand.Turn.SECOND));
        scenario.given(again);
    }

    @Test
    void aMemberWhoBecameResponsibleSoonerStaysSo() {
        assertThat(counterAfter(
                        new AssignHousehold(HOUSEHOLD, TEAM, HUNG, COMING),
                        new AssignHousehold(HOUSEHOLD, TEAM, MAI, SOON)))
                .isEqualTo(CounterCommand.refusedBy(CounterRule.EVENT_HAS_A_COUNTER_COMMAND));
    }

    @Test
    void aTeamHasTheNameThatItGotSooner() {
        goesBack(counterAfter(rename("Tổ C", COMING), rename("Tổ B", SOON)), rename("Tổ B", COMING));
    }

    private RenameTeam rename(String name, LocalDate day) {
        return new RenameTeam(TEAM, name, signedOn(YESTERDAY), day);
    }

    private void goesBack(CounterCommand counter, Command expected) {
        assertThat(counter).isEqualTo(CounterCommand.of(expected));
        scenario.given(expected);
    }
}
