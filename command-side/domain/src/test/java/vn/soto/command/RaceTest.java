package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.command.Samples.HAMLET;
import static vn.soto.command.Samples.HUNG;
import static vn.soto.command.Samples.NOW;
import static vn.soto.command.Samples.TEAM;
import static vn.soto.command.Samples.TODAY;
import static vn.soto.command.Samples.content;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.shared.Command;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;

/**
 * In each round, 64 threads at once record help by a member, make that member responsible for a household or leader, and
 * end the membership. Read in the order of the ledger, every rule held.
 */
final class RaceTest {

    private static final int ROUNDS = 20;

    private final Race race = new Race(ROUNDS);

    @Test
    void breaksNoRuleAcrossAggregates() throws Exception {
        race.run(RaceTest::prepare, RaceTest::command);

        assertThat(race.outcomes())
                .containsKeys("AssignHousehold", "ReassignHousehold", "RecordAssistance", Race.REFUSED, Race.LOST)
                .containsEntry("EndMembership", ROUNDS);
    }

    private static void prepare(Scenario scenario) {
        scenario.given(Samples.units()).given(Samples.formTeam());
        IntStream.range(0, ROUNDS)
                .forEach(round -> scenario.given(
                        new EnrolMember(TEAM, member(round), Organisation.YOUTH_UNION, Samples.FOUNDED),
                        Samples.register(household(round), HAMLET)));
    }

    private static Command command(int thread, int round) {
        return switch (thread % 8) {
            case 0 -> new AssignHousehold(household(round), TEAM, member(round), TODAY);
            case 1 -> new ReassignHousehold(household(round), TEAM, HUNG, TODAY);
            case 2 ->
                thread == 2
                        ? new EndMembership(TEAM, member(round), EndReason.OTHER, TODAY.minusDays(1))
                        : new AppointLeader(TEAM, member(round), TODAY);
            default ->
                new RecordAssistance(
                        new AssistanceId("a-" + thread + "-" + round),
                        TEAM,
                        household(round),
                        List.of(member(round)),
                        content(NOW));
        };
    }

    private static MemberId member(int round) {
        return new MemberId("m-" + round);
    }

    private static HouseholdId household(int round) {
        return new HouseholdId("h-" + round);
    }
}
