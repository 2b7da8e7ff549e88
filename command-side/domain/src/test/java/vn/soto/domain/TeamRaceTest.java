package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;

/**
 * In each round, 64 threads concurrently use a team (help, a household, training, support). Meanwhile others change it
 * (coverage, the end of a membership, a suspension, dissolution, consolidation into another). Afterwards every rule
 * holds over the events in ledger order.
 */
@Tag("threads")
final class TeamRaceTest extends SampleCommune {

    private static final int ROUNDS = Boolean.getBoolean("soto.long") ? 24 : 6;
    private static final OrganisationId COMPANY = new OrganisationId("o-1");

    private final Race race = new Race(ROUNDS);

    @Test
    void breaksNoRuleAcrossAggregates() {
        race.run(TeamRaceTest::prepare, TeamRaceTest::command);

        assertThat(race.count("DissolveTeam") + race.count("ConsolidateTeams"))
                .as("a team ends once")
                .isLessThanOrEqualTo(ROUNDS / 2);
    }

    private static void prepare(Scenario scenario) {
        scenario.given(units())
                .given(formTeam())
                .given(new RegisterOrganisation(COMPANY, "Công ty số", OrganisationKind.TECHNOLOGY_COMPANY));
        IntStream.range(0, ROUNDS)
                .forEach(round -> scenario.given(
                        form(team(round), HAMLET, member("lead", round), member("m", round), member("x", round)),
                        register(household(round), HAMLET)));
        IntStream.range(0, Race.THREADS)
                .filter(thread -> thread % 8 == 2)
                .forEach(thread -> IntStream.range(0, ROUNDS)
                        .forEach(round -> scenario.given(new ScheduleTraining(
                                training(thread, round),
                                List.of(ServiceCategory.VNEID),
                                Organiser.OTHER,
                                null,
                                TODAY,
                                2))));
    }

    private static Command command(int thread, int round) {
        TeamId team = team(round);
        MemberId member = member("m", round);
        return switch (thread % 8) {
            case 0 -> new AssignHousehold(household(round), team, member, TODAY);
            case 1 -> new SupportTeam(COMPANY, team, TODAY.plusDays(1));
            case 2 ->
                new HoldTraining(
                        training(thread, round), new Attendance(TODAY, 2, List.of(new Attendee(team, member))));
            case 3 -> cover(team, TODAY, FAR_HAMLET);
            case 4 -> change(thread, round);
            default ->
                new RecordAssistance(
                        new AssistanceId("a-" + thread + "-" + round),
                        team,
                        household(round),
                        List.of(member),
                        content(NOW));
        };
    }

    /** In every second round the team is not dissolved, so that the other changes remain possible. */
    private static Command change(int thread, int round) {
        if (round % 2 == 1 && (thread == 12 || thread == 20)) {
            return new SupportTeam(COMPANY, team(round), TODAY.plusDays(1));
        }
        return switch (thread) {
            case 4 -> new EndMembership(team(round), member("m", round), EndReason.OTHER, TODAY.minusDays(1));
            case 12 -> new DissolveTeam(team(round), signedOn(FOUNDED), TODAY, "Sắp xếp lại khu phố");
            case 20 ->
                new ConsolidateTeams(
                        TEAM, signedOn(FOUNDED), List.of(team(round)), null, null, LAN, TODAY.plusDays(2 + round));
            default -> new SuspendMember(team(round), member("lead", round), TODAY, "Đi vắng dài ngày");
        };
    }

    private static TeamId team(int round) {
        return new TeamId("team-r" + round);
    }

    private static MemberId member(String name, int round) {
        return new MemberId(name + "-" + round);
    }

    private static HouseholdId household(int round) {
        return new HouseholdId("h-" + round);
    }

    private static TrainingId training(int thread, int round) {
        return new TrainingId("tr-" + thread + "-" + round);
    }
}
