package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;

/** The events that concern a team tell the same of its caseloads as all events of the household. */
final class CaseloadsTest extends SampleCommune {

    private static final TeamId NEAR = new TeamId("team-3");
    private static final List<Responsible> ALL = List.of(
            new Responsible(TEAM, HUNG),
            new Responsible(TEAM, MAI),
            new Responsible(NEAR, TUAN),
            new Responsible(NEAR, new MemberId("m-x")));

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    formTeam(),
                    form(NEAR, HAMLET, TUAN, new MemberId("m-x"), new MemberId("m-y")),
                    register(HOUSEHOLD, HAMLET));

    private List<HouseholdEvent> recorded() {
        return scenario.stream(HOUSEHOLD.value()).stream()
                .map(HouseholdEvent.class::cast)
                .toList();
    }

    private void areWhatTheHouseholdSays() {
        List<HouseholdEvent> recorded = recorded();
        Caseloads whole = team -> recorded;
        Caseloads tagged = team -> recorded.stream()
                .filter(event -> event.tags().contains("team:" + team))
                .toList();
        for (TeamId team : List.of(TEAM, NEAR)) {
            assertThat(responsible(tagged.in(team))).isEqualTo(responsible(whole.in(team)));
            for (int day = 0; day < 40; day += 5) {
                assertThat(responsible(tagged.from(team, TODAY.plusDays(day))))
                        .isEqualTo(responsible(whole.from(team, TODAY.plusDays(day))));
            }
        }
    }

    private static List<Responsible> responsible(List<Caseloads.Charge> charges) {
        return charges.stream().map(Caseloads.Charge::responsible).toList();
    }

    @Test
    void ofATeamThatHasALaterChangeOfTheNextDay() {
        LocalDate later = TODAY.plusDays(20);
        scenario.given(
                new AssignHousehold(HOUSEHOLD, NEAR, TUAN, later),
                new ReassignHousehold(HOUSEHOLD, TEAM, HUNG, later),
                new AssignHousehold(HOUSEHOLD, TEAM, MAI, TODAY.plusDays(10)));

        Caseloads tagged = team -> recorded().stream()
                .filter(event -> event.tags().contains("team:" + team))
                .toList();
        assertThat(responsible(tagged.in(TEAM))).containsExactly(new Responsible(TEAM, HUNG));
        areWhatTheHouseholdSays();
    }

    @Test
    void ofTeamsWhoseChangesArePutBeforeOthers() {
        int decided = 0;
        for (int seed = 0; seed < 15; seed++) {
            CaseloadsTest sample = new CaseloadsTest();
            Random random = new Random(seed);
            for (int each = 0; each < 8; each++) {
                decided += sample.decides(random) ? 1 : 0;
                sample.areWhatTheHouseholdSays();
            }
        }
        assertThat(decided).isGreaterThan(30);
    }

    @Test
    void ofAnAbsorbedTeamTakeNoMoreEventsThanTheConsolidationCounts() {
        int most = 0;
        for (int seed = 0; seed < 10; seed++) {
            CaseloadsTest sample = new CaseloadsTest();
            Random random = new Random(seed);
            for (int each = 0; each < 6; each++) {
                sample.decides(random);
            }
            most = Math.max(most, sample.consolidated());
        }
        assertThat(most).isGreaterThan(1);
    }

    private int consolidated() {
        Caseloads whole = team -> recorded();
        long counted = CarriedCaseloads.events(whole.from(NEAR, TODAY), whole.coming(NEAR, TODAY));
        int before = recorded().size();
        scenario.given(new ConsolidateTeams(TEAM, signedOn(FOUNDED), List.of(NEAR), null, null, LAN, TODAY));

        int carried = recorded().size() - before;
        assertThat(carried).isLessThanOrEqualTo((int) counted);
        assertThat(carried > 0).isEqualTo(counted > 0);
        return carried;
    }

    private boolean decides(Random random) {
        Responsible who = ALL.get(random.nextInt(ALL.size()));
        LocalDate day = TODAY.plusDays(5L * random.nextInt(5));
        HouseholdCommand command = switch (random.nextInt(4)) {
            case 0 -> new UnassignHousehold(HOUSEHOLD, day, null);
            case 1, 2 -> new ReassignHousehold(HOUSEHOLD, who.team(), who.member(), day);
            default -> new AssignHousehold(HOUSEHOLD, who.team(), who.member(), day);
        };
        try {
            scenario.send(command);
            return true;
        } catch (RuleViolatedException _) {
            return false;
        }
    }
}
