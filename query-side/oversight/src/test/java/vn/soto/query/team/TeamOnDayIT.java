package vn.soto.query.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Questions about a team on a legal day. The clock stands at 1 July 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TeamOnDayIT {

    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final UnitId NEAR = new UnitId("c0-r0");
    private static final UnitId FAR = new UnitId("c1-r1");
    private static final LocalDate CHANGE = LocalDate.of(2026, 4, 1);
    private static final LocalDate BEFORE = CHANGE.minusDays(1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    private final Sample sample = new Sample(5, 0);

    /** Over a database: a team's events come back from its documents. */
    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http());

    private TeamId formed(String team, LocalDate from) {
        TeamId id = new TeamId(team);
        write(PlainEvents.team(id, "Tổ " + team, NEAR, from, LAN, MINH));
        return id;
    }

    private void write(DomainEvent... events) {
        sample.scribe.write(events);
        side.signal();
    }

    private String latest() {
        return "atLeast=" + sample.scribe.ledger.tail().number();
    }

    private Map<String, Object> card(TeamId team, LocalDate on) {
        return json.answer("/api/teams/" + team + "?on=" + on + "&" + latest());
    }

    private ListAssert<Object> teams(UnitId unit, String on) {
        List<?> lines = (List<?>) Objects.requireNonNull(
                json.answer("/api/teams?unit=" + unit + "&" + latest() + on).get("items"));
        return assertThat(lines.stream().map(line -> Json.map(line).get("team")).toList());
    }

    @Test
    void whoLedTheTeamInMarchIsNotWhoLeadsItNow() {
        TeamId team = formed("march", Sample.DAY);
        write(
                new LeaderAppointed(team, MINH, CHANGE),
                new DeputyAppointed(team, LAN, CHANGE),
                new DeputyRelieved(team, LAN, NEXT_YEAR),
                new TeamRenamed(team, "Tổ mới", Sample.DECISION, CHANGE));

        assertThat(card(team, BEFORE))
                .containsEntry("leader", "lan")
                .containsEntry("leaderSince", "2026-01-10")
                .containsEntry("name", "Tổ march")
                .containsEntry("nextChange", "2026-04-01")
                .doesNotContainKey("deputy");
        assertThat(card(team, CHANGE))
                .containsEntry("leader", "minh")
                .containsEntry("name", "Tổ mới")
                .containsEntry("deputy", "lan")
                .containsEntry("nextChange", "2027-01-01");
        assertThat(card(team, NEXT_YEAR)).doesNotContainKeys("deputy", "nextChange");
    }

    @Test
    void aLeaderWhoseDayWasEnteredWronglyLedFromTheRightDayOn() {
        TeamId team = formed("wrong-day", Sample.DAY);
        LocalDate right = CHANGE.minusMonths(1);
        LocalDate late = CHANGE.plusMonths(1);
        write(
                new LeaderAppointed(team, MINH, CHANGE),
                new TeamFlaggedLedByAnother(team, MINH, MemberOrigin.TEACHER, CHANGE));
        write(new DeputyAppointed(team, LAN, CHANGE));
        long before = sample.scribe.ledger.tail().number();
        write(new AppointmentCorrected(team, Office.LEADER, MINH, CHANGE, late));
        write(new AppointmentCorrected(team, Office.LEADER, MINH, late, right));
        write(new AppointmentCorrected(team, Office.DEPUTY, LAN, CHANGE, late));

        assertThat(card(team, right.minusDays(1)))
                .containsEntry("leader", "lan")
                .containsEntry("nextChange", right.toString())
                .doesNotContainKey("ledByAnotherSince");
        assertThat(card(team, right))
                .containsEntry("leader", "minh")
                .containsEntry("leaderSince", right.toString())
                .containsEntry("ledByAnotherSince", right.toString())
                .containsEntry("nextChange", late.toString());
        assertThat(card(team, CHANGE)).containsEntry("leader", "minh").doesNotContainKey("deputy");
        assertThat(card(team, late)).containsEntry("deputy", "lan").containsEntry("deputySince", late.toString());
        assertThat(json.answer("/api/teams/" + team + "?on=" + right + "&asOf=" + before))
                .as("what was known before the correction")
                .containsEntry("leader", "lan")
                .containsEntry("nextChange", CHANGE.toString());
    }

    @Test
    void aLeaderWhoWasNeverAppointedLedOnNoDay() {
        TeamId team = formed("never", Sample.DAY);
        LocalDate left = CHANGE.plusMonths(1);
        write(
                new LeaderAppointed(team, MINH, CHANGE),
                new TeamFlaggedLedByAnother(team, MINH, MemberOrigin.TEACHER, CHANGE));
        long before = sample.scribe.ledger.tail().number();
        write(new AppointmentWithdrawn(team, Office.LEADER, MINH, CHANGE), new TeamFlaggedLeaderless(team, LAN, left));

        assertThat(card(team, CHANGE))
                .containsEntry("leader", "lan")
                .containsEntry("leaderSince", Sample.DAY.toString())
                .containsEntry("nextChange", left.toString())
                .doesNotContainKey("ledByAnotherSince");
        assertThat(card(team, left))
                .containsEntry("leaderless", left.toString())
                .doesNotContainKey("leader");
        assertThat(json.answer("/api/teams/" + team + "?on=" + CHANGE + "&asOf=" + before))
                .containsEntry("leader", "minh");
    }

    @Test
    void theFoundingDecisionIsTheRightOneOnEveryDay() {
        TeamId team = formed("wrong-paper", Sample.DAY);
        write(new TeamCoverageChanged(team, List.of(FAR), Sample.DECISION, CHANGE));
        write(new FoundingDecisionCorrected(team, new Instrument("21/QĐ-UBND", Sample.DAY), Sample.DAY));

        for (LocalDate day : List.of(Sample.DAY.minusDays(1), Sample.DAY, NEXT_YEAR)) {
            assertThat(card(team, day)).as("on %s", day).containsEntry("foundingDecision", "21/QĐ-UBND");
        }
        List<?> areas = (List<?>) Objects.requireNonNull(card(team, NEXT_YEAR).get("areas"));
        assertThat(areas)
                .extracting(area -> Json.map(Json.map(area).get("decision")).get("number"))
                .containsExactly("21/QĐ-UBND", Sample.DECISION.number());
    }

    @Test
    void aLeaderAppointedForNextYearDoesNotLeadToday() {
        TeamId team = formed("next-year", Sample.DAY);
        write(new LeaderAppointed(team, MINH, NEXT_YEAR));

        assertThat(json.answer("/api/teams/next-year?" + latest()))
                .containsEntry("on", "2026-07-01")
                .containsEntry("leader", "lan")
                .containsEntry("nextChange", "2027-01-01")
                .extracting(view -> Json.map(view.get("coming")))
                .satisfies(coming -> assertThat(coming)
                        .containsEntry("from", "2027-01-01")
                        .containsEntry("status", "ACTIVE")
                        .containsEntry("leader", "minh")
                        .doesNotContainKeys("joining", "leaving"));
        assertThat(listed(team))
                .containsEntry(
                        "coming",
                        Map.of(
                                "from",
                                "2027-01-01",
                                "name",
                                "Tổ next-year",
                                "coverage",
                                List.of(NEAR.value()),
                                "members",
                                2,
                                "otherLeader",
                                true,
                                "leaderless",
                                false,
                                "dissolved",
                                false));
    }

    private Map<String, Object> listed(TeamId team) {
        List<?> lines = (List<?>) Objects.requireNonNull(
                json.answer("/api/teams?unit=" + NEAR + "&" + latest()).get("items"));
        return lines.stream()
                .map(Json::map)
                .filter(line -> team.value().equals(line.get("team")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoComesOnTheRightDayAndWhoGoesStandsBesideTheMembersOfToday() {
        TeamId team = formed("joined", Sample.DAY);
        MemberId hoa = new MemberId("hoa");
        LocalDate right = LocalDate.of(2026, 12, 1);
        write(
                new MemberEnrolled(team, hoa, MemberOrigin.OTHER, LocalDate.of(2026, 9, 1)),
                new MembershipCorrected(team, hoa, LocalDate.of(2026, 9, 1), MemberOrigin.OTHER, right, null));
        write(new MembershipEnded(team, MINH, EndReason.RESIGNED, right.minusDays(1)));

        assertThat(card(team, LocalDate.of(2026, 7, 1)))
                .containsEntry("nextChange", right.toString())
                .extracting(view -> Json.map(view.get("coming")))
                .satisfies(coming -> assertThat(coming)
                        .containsEntry("joining", List.of("hoa"))
                        .containsEntry("leaving", List.of("minh")));
        assertThat(card(team, right)).doesNotContainKeys("nextChange", "coming");
        assertThat(listed(team)).containsEntry("members", 2);
    }

    @Test
    void aTeamFormedFor2099IsNotListedTodayAndItsCardSaysPlanned() {
        TeamId team = formed("future", LocalDate.of(2099, 1, 1));

        teams(NEAR, "").doesNotContain("future");
        teams(NEAR, "&on=2099-01-01").contains("future");
        assertThat(json.answer("/api/teams/future?" + latest()))
                .containsEntry("status", "PLANNED")
                .containsEntry("effectiveFrom", "2099-01-01")
                .containsEntry("coverage", List.of())
                .containsEntry("members", List.of())
                .doesNotContainKeys("leader", "leaderless");
        assertThat(card(team, LocalDate.of(2099, 1, 1))).containsEntry("status", "ACTIVE");
    }

    @Test
    void aTeamDissolvedSinceIsListedOnTheDaysOnWhichItWorked() {
        TeamId team = formed("gone", Sample.DAY);
        write(new TeamDissolved(team, Sample.DECISION, BEFORE, null));

        teams(NEAR, "&on=" + BEFORE).contains("gone");
        teams(NEAR, "&on=" + CHANGE).doesNotContain("gone");
        teams(NEAR, "&on=2026-01-09").doesNotContain("gone");
        assertThat(card(team, BEFORE))
                .containsEntry("status", "ACTIVE")
                .containsEntry("leader", "lan")
                .doesNotContainKey("dissolved");
        assertThat(card(team, CHANGE))
                .containsEntry("status", "DISSOLVED")
                .containsKey("dissolved")
                .doesNotContainKey("leader");
    }

    @Test
    void aTeamIsListedInTheUnitItCoveredOnTheDayAndThereOnly() {
        TeamId team = formed("mover", Sample.DAY);
        write(new TeamCoverageChanged(team, List.of(FAR), Sample.DECISION, CHANGE));

        teams(NEAR, "&on=" + BEFORE).contains("mover");
        teams(FAR, "&on=" + BEFORE).doesNotContain("mover");
        teams(NEAR, "&on=" + CHANGE).doesNotContain("mover");
        teams(FAR, "&on=" + CHANGE).contains("mover");
        assertThat(card(team, BEFORE)).containsEntry("coverage", List.of("c0-r0"));
        assertThat(covers(FAR, BEFORE)).doesNotContain("mover");
        assertThat(covers(FAR, CHANGE)).contains("mover");
    }

    private String covers(UnitId unit, LocalDate on) {
        return json.whole("/api/units/" + unit + "/coverage?on=" + on + "&" + latest())
                .toString();
    }

    @Test
    void whoIsAMemberOrSuspendedIsSaidOfTheDay() {
        TeamId team = formed("people", Sample.DAY);
        MemberId hoa = new MemberId("hoa");
        write(
                new MemberSuspended(team, MINH, CHANGE),
                new MemberEnrolled(team, hoa, MemberOrigin.TEACHER, NEXT_YEAR),
                new MembershipCorrected(team, hoa, NEXT_YEAR, MemberOrigin.FARMERS_UNION, CHANGE, null));

        assertThat(Objects.requireNonNull(card(team, BEFORE).get("members")).toString())
                .doesNotContain("suspensions", "hoa");
        assertThat(card(team, CHANGE).toString())
                .as("what was entered wrongly is right on every day")
                .contains("suspensions=[{from=2026-04-01}]", "hoa", "FARMERS_UNION");
    }
}
