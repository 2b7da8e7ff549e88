package vn.soto.query.team;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;

final class TeamTest {

    private static final TeamId RIVER = new TeamId("river");
    private static final TeamId HILL = new TeamId("hill");
    private static final UnitId ONE = new UnitId("one");
    private static final UnitId TWO = new UnitId("two");
    private static final Instrument DECISION = new Instrument("1/QĐ", LocalDate.of(2026, 1, 5));
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private static final Query<String> NAME =
            (documents, asOf) -> river(documents, DAY.plusDays(9), asOf).card().name();

    private final ReadModelScenario teams = ReadModelScenario.of(new TeamProjector())
            .given(formed(RIVER, ONE, TWO))
            .given(formed(HILL, TWO));

    private static TeamFormed formed(TeamId team, UnitId... coverage) {
        MemberId leader = new MemberId(team + "-leader");
        return new TeamFormed(
                team,
                "Tổ " + team,
                DECISION,
                List.of(coverage),
                List.of(new FoundingMember(leader, MemberOrigin.YOUTH_UNION)),
                leader,
                DAY);
    }

    private static final Query<Map<String, Set<String>>> COVERING =
            (documents, asOf) -> new Teams(documents).covering(List.of("one", "two"), asOf, DAY.plusDays(9));

    @Test
    void aUnitNamesTheTeamsThatCoverIt() {
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("river", "hill")));
        teams.whenAsOf(1, COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("river")));
    }

    @Test
    void aTeamThatChangesItsCoverageLeavesTheUnitsItCovered() {
        teams.given(new TeamCoverageChanged(RIVER, List.of(ONE), DECISION, DAY.plusDays(5)));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("hill")));
        teams.when((documents, asOf) -> new Teams(documents).covering(List.of("two"), asOf, DAY))
                .expect(Map.of("two", Set.of("river", "hill")));
    }

    @Test
    void aChangeOfCoverageHoldsFromItsRightDay() {
        teams.given(new TeamCoverageChanged(RIVER, List.of(ONE), DECISION, DAY.plusDays(5)))
                .given(new CoverageCorrected(RIVER, List.of(ONE), DAY.plusDays(5), DAY.plusDays(12)));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("river", "hill")));
        teams.whenAsOf(3, COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("hill")));
        teams.when((documents, asOf) -> new Teams(documents).covering(List.of("two"), asOf, DAY.plusDays(12)))
                .expect(Map.of("two", Set.of("hill")));
    }

    @Test
    void aCoverageThatAnotherOfItsDayTookThePlaceOfHoldsNoMoreWhenThatMoves() {
        teams.given(new TeamCoverageChanged(RIVER, List.of(TWO), DECISION, DAY.plusDays(5)))
                .given(new TeamCoverageChanged(RIVER, List.of(ONE), DECISION, DAY.plusDays(5)))
                .given(new CoverageCorrected(RIVER, List.of(ONE), DAY.plusDays(5), DAY.plusDays(2)));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("hill")));
        teams.given(new CoverageCorrected(RIVER, List.of(ONE), DAY.plusDays(2), DAY.plusDays(12)));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("river", "hill")));
    }

    @Test
    void aNameThatAnotherOfItsDayTookThePlaceOfHoldsNoMoreWhenThatMoves() {
        teams.given(new TeamRenamed(RIVER, "Tổ Xông", DECISION, DAY.plusDays(5)))
                .given(new TeamRenamed(RIVER, "Tổ Sông", DECISION, DAY.plusDays(5)))
                .given(new RenamingCorrected(RIVER, "Tổ Sông", DAY.plusDays(5), DAY.plusDays(3)));
        teams.when(NAME).expect("Tổ Sông");
        teams.given(new RenamingCorrected(RIVER, "Tổ Sông", DAY.plusDays(3), DAY.plusDays(12)));
        teams.when(NAME).expect("Tổ river");
    }

    @Test
    void aLeaderThatAnotherOfItsDayTookThePlaceOfLeadsNoMoreWhenThatMoves() {
        MemberId lan = new MemberId("lan");
        MemberId hung = new MemberId("hung");
        teams.given(new LeaderAppointed(RIVER, hung, DAY.plusDays(5)))
                .given(new LeaderAppointed(RIVER, lan, DAY.plusDays(5)))
                .given(new AppointmentCorrected(RIVER, Office.LEADER, lan, DAY.plusDays(5), DAY.plusDays(3)));
        Query<Object> leader = (documents, asOf) -> requireNonNull(
                river(documents, DAY.plusDays(9), asOf).card().offices().leader());
        teams.when(leader).expect(lan);
    }

    @Test
    void aCoverageBeforeAComingOneHoldsUntilThen() {
        teams.given(new TeamCoverageChanged(RIVER, List.of(ONE, TWO, new UnitId("three")), DECISION, DAY.plusDays(12)))
                .given(new TeamCoverageChanged(RIVER, List.of(ONE), DECISION, DAY.plusDays(5)));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("hill")));
        teams.when((documents, asOf) -> new Teams(documents).covering(List.of("two"), asOf, DAY.plusDays(12)))
                .expect(Map.of("two", Set.of("river", "hill")));
    }

    @Test
    void aLeaderBeforeAComingOneLeadsUntilThen() {
        MemberId next = new MemberId("next");
        MemberId between = new MemberId("between");
        teams.given(new LeaderAppointed(RIVER, next, DAY.plusDays(12)))
                .given(new LeaderAppointed(RIVER, between, DAY.plusDays(5)))
                .given(new DeputyAppointed(RIVER, between, DAY.plusDays(12)))
                .given(new DeputyAppointed(RIVER, next, DAY.plusDays(3)));
        Map.of(2, "river-leader null", 3, "river-leader next", 5, "between next", 12, "next between")
                .forEach((days, offices) ->
                        teams.when(offices(DAY.plusDays(days))).expect(offices));
        teams.whenAsOf(4, offices(DAY.plusDays(4))).expect("river-leader null");
        teams.given(new TeamFlaggedLeaderless(RIVER, between, DAY.plusDays(8)));
        teams.when(offices(DAY.plusDays(9))).expect("null next");
        teams.when(offices(DAY.plusDays(12))).expect("next between");
    }

    private static TeamOnDay river(Documents documents, LocalDate day, long asOf) {
        return requireNonNull(
                new Teams(documents).on(List.of("river"), day, asOf).get("river"));
    }

    private static Query<String> offices(LocalDate day) {
        return (documents, asOf) -> {
            Offices on = river(documents, day, asOf).card().offices();
            return on.leader() + " " + on.deputy();
        };
    }

    @Test
    void aTeamWhoseDissolutionIsTakenBackHasItsUnitsAndItsLeaderAgain() {
        Query<String> leader = (documents, asOf) -> String.valueOf(
                new Teams(documents).find("river", asOf).orElseThrow().offices().leader());
        teams.given(new TeamDissolved(RIVER, DECISION, DAY.plusDays(4), null));
        teams.when(COVERING).expect(Map.of("two", Set.of("hill")));
        teams.given(new DissolutionCorrected(RIVER, DAY.plusDays(4), null));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("hill", "river")));
        teams.when(leader).expect("river-leader");
        teams.whenAsOf(3, leader).expect("null");
        Query<TeamOnDay.Status> status =
                (documents, asOf) -> river(documents, DAY.plusDays(9), asOf).status();
        teams.when(status).expect(TeamOnDay.Status.ACTIVE);
        teams.whenAsOf(3, status).expect(TeamOnDay.Status.DISSOLVED);
        teams.given(new TeamCoverageChanged(RIVER, List.of(ONE), DECISION, DAY.plusDays(2)));
        teams.when(COVERING).expect(Map.of("one", Set.of("river"), "two", Set.of("hill")));
    }

    @Test
    void aNameHoldsFromItsRightDay() {
        teams.given(new TeamRenamed(RIVER, "Tổ Sông", DECISION, DAY.plusDays(20)))
                .given(new RenamingCorrected(RIVER, "Tổ Sông", DAY.plusDays(20), DAY.plusDays(3)));
        teams.when(NAME).expect("Tổ Sông");
        teams.whenAsOf(3, NAME).expect("Tổ river");
    }

    @Test
    void aLeaderWhoWasNeverAppointedIsNotOnTheCardAndWhoLedBeforeIs() {
        MemberId lan = new MemberId("lan");
        MemberId hung = new MemberId("hung");
        teams.given(new LeaderAppointed(RIVER, hung, DAY.plusDays(5)))
                .given(new LeaderAppointed(RIVER, lan, DAY.plusDays(7)))
                .given(new AppointmentWithdrawn(RIVER, Office.LEADER, lan, DAY.plusDays(7)));
        Query<Offices> last = (documents, asOf) ->
                new Teams(documents).find("river", asOf).orElseThrow().offices();
        teams.when(last).expect(new Offices(hung, DAY.plusDays(5), null, null));
        teams.whenAsOf(4, last).expect(new Offices(lan, DAY.plusDays(7), null, null));
        teams.given(new DeputyAppointed(RIVER, lan, DAY.plusDays(6)))
                .given(new AppointmentWithdrawn(RIVER, Office.DEPUTY, lan, DAY.plusDays(6)))
                .given(new LeaderAppointed(RIVER, lan, DAY.plusDays(7)))
                .given(new AppointmentWithdrawn(RIVER, Office.LEADER, hung, DAY.plusDays(5)));
        teams.when(last).expect(new Offices(lan, DAY.plusDays(7), null, null));
    }

    @Test
    void aCardIsTheOneOfThatCommit() {
        teams.given(new TeamRenamed(RIVER, "Tổ Sông", DECISION, DAY.plusDays(1)));
        Query<String> name = (documents, asOf) ->
                new Teams(documents).find("river", asOf).orElseThrow().profile().name();
        teams.when(name).expect("Tổ Sông");
        teams.whenAsOf(2, name).expect("Tổ river");
    }

    @Test
    void aCorrectedDecisionAndAppointmentAreOnTheCardAndTheOldOnesAsOfBefore() {
        MemberId lan = new MemberId("lan");
        teams.given(new LeaderAppointed(RIVER, lan, DAY.plusDays(9)))
                .given(new AppointmentCorrected(RIVER, Office.LEADER, lan, DAY.plusDays(9), DAY.plusDays(4)))
                .given(new FoundingDecisionCorrected(RIVER, new Instrument("2/QĐ", DAY), DAY));
        Query<List<Object>> card = (documents, asOf) -> {
            TeamCard found = new Teams(documents).find("river", asOf).orElseThrow();
            return List.of(
                    found.offices().leaderSince(), found.profile().founding().number());
        };
        teams.when(card).expect(List.of(DAY.plusDays(4), "2/QĐ"));
        teams.whenAsOf(4, card).expect(List.of(DAY.plusDays(4), "1/QĐ"));
        teams.whenAsOf(3, card).expect(List.of(DAY.plusDays(9), "1/QĐ"));
    }
}
