package vn.soto.query.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Two teams in the hamlets {@code c0-r0} and {@code c0-r1}, beside those of the sample. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TeamIT {

    private static final TeamId TEAM = new TeamId("tt-1");
    private static final TeamId OTHER = new TeamId("tt-2");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final MemberId HOA = new MemberId("hoa");
    private static final UnitId NEAR = new UnitId("c0-r0");
    private static final UnitId FAR = new UnitId("c0-r1");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final OrganisationId COMPANY = new OrganisationId("company");
    private static final TrainingId TRAINING = new TrainingId("tr-1");
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);

    private final Sample sample = new Sample(5, 0);

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http());
    private final long formed = write(formed(TEAM, TeamLevel.HAMLET, NEAR), formed(OTHER, TeamLevel.COMMUNE, FAR));

    private static TeamFormed formed(TeamId team, TeamLevel level, UnitId unit) {
        return new TeamFormed(
                team,
                level,
                "Tổ " + team,
                Sample.DECISION,
                List.of(unit),
                List.of(
                        new FoundingMember(LAN, MemberOrigin.NEIGHBOURHOOD_HEAD),
                        new FoundingMember(MINH, MemberOrigin.TEACHER)),
                LAN,
                Sample.DAY);
    }

    private long write(DomainEvent... events) {
        long number = sample.scribe.write(events).number();
        side.signal();
        return number;
    }

    private Map<String, Object> team(long asOf) {
        return json.answer("/api/teams/tt-1?asOf=" + asOf);
    }

    private ListAssert<Object> list(String uri) {
        Object answer = json.whole(uri).get("answer");
        return assertThat(answer instanceof Map<?, ?> page ? page.get("items") : answer)
                .asInstanceOf(InstanceOfAssertFactories.LIST);
    }

    @Test
    void aCardShowsLevelRolesAndSuspensions() {
        long changed = write(
                new TeamRenamed(TEAM, "Tổ chuyển đổi số", Sample.DECISION, DAY),
                new MemberEnrolled(TEAM, HOA, MemberOrigin.FARMERS_UNION, DAY),
                new DeputyAppointed(TEAM, HOA, DAY),
                new MemberSuspended(TEAM, MINH, DAY),
                new MemberResumed(TEAM, MINH, DAY.plusDays(3)),
                new MemberSuspended(TEAM, MINH, DAY.plusDays(9)));

        assertThat(team(changed))
                .containsEntry("level", "HAMLET")
                .containsEntry("name", "Tổ chuyển đổi số")
                .containsEntry("leader", "lan")
                .containsEntry("deputy", "hoa")
                .containsEntry("deputySince", "2026-06-01")
                .extractingByKey("members", InstanceOfAssertFactories.LIST)
                .anySatisfy(member -> assertThat(Json.map(member))
                        .containsEntry("member", "lan")
                        .containsEntry("role", "LEADER")
                        .containsEntry("leader", true))
                .anySatisfy(member -> assertThat(Json.map(member))
                        .containsEntry("member", "hoa")
                        .containsEntry("role", "DEPUTY_LEADER")
                        .containsEntry("organisation", "FARMERS_UNION"))
                .anySatisfy(member -> assertThat(Json.map(member))
                        .containsEntry("member", "minh")
                        .containsEntry("role", "MEMBER")
                        .containsEntry(
                                "suspensions",
                                List.of(
                                        Map.of("from", "2026-06-01", "until", "2026-06-03"),
                                        Map.of("from", "2026-06-10"))));
        assertThat(team(formed)).containsEntry("name", "Tổ tt-1").doesNotContainKey("deputy");
        assertThat(team(write(new DeputyRelieved(TEAM, HOA, DAY)))).doesNotContainKey("deputy");
    }

    @Test
    void aCardShowsEachFlagUntilItIsOver() {
        long flagged = write(
                new LeaderAppointed(TEAM, MINH, DAY),
                new TeamFlaggedLedByAnother(TEAM, MINH, MemberOrigin.TEACHER, DAY),
                new TeamFlaggedOutdated(TEAM, List.of(NEAR), DAY),
                new TeamFlaggedUnderstaffed(TEAM, 2, 3, DAY));

        assertThat(team(flagged))
                .containsEntry("ledByAnotherSince", "2026-06-01")
                .containsEntry("needsConsolidation", true)
                .containsEntry("outdatedSince", "2026-06-01")
                .containsEntry("notInForce", List.of("c0-r0"))
                .containsEntry("understaffedSince", "2026-06-01");
        assertThat(team(formed))
                .containsEntry("needsConsolidation", false)
                .doesNotContainKeys("ledByAnotherSince", "outdatedSince", "notInForce", "understaffedSince");
        list("/api/teams?unit=c0-r0&asOf=" + flagged)
                .anySatisfy(line -> assertThat(Json.map(line))
                        .containsEntry("team", "tt-1")
                        .containsEntry("ledByAnother", true)
                        .containsEntry("needsConsolidation", true)
                        .containsEntry("understaffed", true)
                        .containsEntry("leaderless", false));

        long relieved = write(
                new LeaderRelieved(TEAM, MINH, DAY.plusDays(1)),
                new TeamFlaggedLeaderless(TEAM, MINH, DAY.plusDays(1)),
                new TeamBroughtUpToDate(TEAM, DAY.plusDays(1)));
        assertThat(team(relieved))
                .containsEntry("leaderless", "2026-06-02")
                .containsEntry("needsConsolidation", false)
                .doesNotContainKeys("leader", "ledByAnotherSince", "outdatedSince", "notInForce");

        assertThat(team(write(
                        new LeaderAppointed(TEAM, LAN, DAY.plusDays(2)),
                        new TeamFlaggedLedByAnother(TEAM, LAN, MemberOrigin.TEACHER, DAY))))
                .containsKey("ledByAnotherSince");
        assertThat(team(write(new MembershipCorrected(
                        TEAM, LAN, Sample.DAY, MemberOrigin.NEIGHBOURHOOD_HEAD, Sample.DAY, null))))
                .doesNotContainKey("ledByAnotherSince");
    }

    @Test
    void aTeamNeedsConsolidationFromTheDayOnWhichAUnitItCoversIsNoMore() {
        UnitId unit = new UnitId("c2-r0");
        TeamId team = new TeamId("tt-old");
        write(formed(team, TeamLevel.COMMUNE, unit));
        long abolished = write(new UnitAbolished(unit, Sample.DECISION, LocalDate.of(2026, 7, 1)));

        assertThat(json.answer("/api/teams/tt-old?on=2026-06-30&asOf=" + abolished))
                .containsEntry("needsConsolidation", false);
        assertThat(json.answer("/api/teams/tt-old?on=2026-07-01&asOf=" + abolished))
                .containsEntry("needsConsolidation", true)
                .containsEntry("notInForce", List.of("c2-r0"))
                .doesNotContainKey("outdatedSince");
        assertThat(json.answer("/api/teams/tt-old?on=2026-07-01&asOf=" + (abolished - 1)))
                .containsEntry("needsConsolidation", false);
        list("/api/teams?unit=c2-r0&on=2026-07-01&asOf=" + abolished)
                .allSatisfy(line -> assertThat(Json.map(line)).containsEntry("needsConsolidation", true));
    }

    @Test
    void coverageIsDatedAndShowsUnitsThatNobodyOrTwoTeamsCover() {
        TeamId third = new TeamId("tt-3");
        UnitId alone = new UnitId("c1-r0");
        long before = write(formed(third, TeamLevel.COMMUNE, alone));
        long changed = write(new TeamCoverageChanged(third, List.of(alone, FAR), Sample.DECISION, DAY));
        long moved = write(new TeamCoverageChanged(third, List.of(FAR), Sample.DECISION, DAY.plusDays(1)));

        assertThat(json.answer("/api/teams/tt-3?asOf=" + moved))
                .containsEntry("coverage", List.of("c0-r1"))
                .extractingByKey("areas", InstanceOfAssertFactories.LIST)
                .extracting(area -> Json.map(area).get("from"))
                .containsExactly("2026-01-10", "2026-06-01", "2026-06-02");
        list("/api/teams?unit=c1-r0&asOf=" + moved)
                .extracting(line -> Json.map(line).get("team"))
                .doesNotContain("tt-3");
        list("/api/units/c0-r1/coverage?asOf=" + changed)
                .singleElement()
                .satisfies(line -> assertThat(Json.map(line))
                        .containsEntry("unit", "c0-r1")
                        .containsEntry("uncovered", false)
                        .containsEntry("overlapping", true));
        list("/api/units/c1-r0/coverage?asOf=" + before)
                .singleElement()
                .satisfies(line -> assertThat(Json.map(line)).containsEntry("overlapping", false));
        assertThat(json.status("/api/units/nowhere/coverage")).isEqualTo(404);
    }

    @Test
    void aUnitWhoseTeamsAreGoneIsUncovered() {
        Sample empty = new Sample(6, 0);
        UnitId unit = empty.residential.getLast();
        TeamId only = empty.teams.get(empty.residential.size() - 1);
        long last = empty.scribe
                .write(new TeamDissolved(only, Sample.DECISION, DAY, null))
                .number();
        try (QuerySideFixture other = QuerySideFixture.inMemory(empty.scribe)) {
            Json asked = new Json(other.upTo(last).http());
            assertThat(asked.answer("/api/units/" + unit + "/coverage").get("items"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .singleElement()
                    .satisfies(line -> assertThat(Json.map(line))
                            .containsEntry("uncovered", true)
                            .containsEntry("teams", List.of()));
            assertThat(asked.answer("/api/units/" + unit + "/coverage?asOf=" + (last - 1))
                            .get("items"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .singleElement()
                    .satisfies(line -> assertThat(Json.map(line)).containsEntry("uncovered", false));
        }
    }

    @Test
    void aDissolvedTeamShowsItsSuccessorWhichShowsWhatItAbsorbed() {
        TeamId old = new TeamId("tt-4");
        TeamId young = new TeamId("tt-5");
        write(formed(old, TeamLevel.HAMLET, NEAR), formed(young, TeamLevel.HAMLET, FAR));
        long gone = write(
                new TeamDissolved(old, Sample.DECISION, DAY, young),
                new MembershipEnded(old, LAN, EndReason.TEAM_DISSOLVED, DAY),
                new MembershipEnded(old, MINH, EndReason.TEAM_DISSOLVED, DAY),
                new TeamConsolidated(young, Sample.DECISION, List.of(old), DAY.plusDays(1)));

        assertThat(json.answer("/api/teams/tt-4?asOf=" + gone))
                .containsEntry(
                        "dissolved",
                        Map.of(
                                "decision",
                                Map.of("number", "12/QĐ-UBND", "signedOn", "2026-01-05"),
                                "lastDay",
                                "2026-06-01",
                                "successor",
                                "tt-5"))
                .containsEntry("coverage", List.of())
                .doesNotContainKeys("leader", "leaderless");
        assertThat(json.answer("/api/teams/tt-5?asOf=" + gone))
                .containsEntry("absorbed", List.of("tt-4"))
                .containsKey("consolidated");
        assertThat(json.answer("/api/teams/tt-4?asOf=" + (gone - 1))).doesNotContainKey("dissolved");
        list("/api/teams?unit=c0-r0&asOf=" + gone)
                .extracting(line -> Json.map(line).get("team"))
                .doesNotContain("tt-4");
    }

    @Test
    void anEventIsInTheTimelineOfEachTeamItConcerns() {
        TeamId one = new TeamId("tt-6");
        TeamId two = new TeamId("tt-7");
        write(formed(one, TeamLevel.HAMLET, NEAR), formed(two, TeamLevel.HAMLET, NEAR));
        long last = write(
                new TeamDissolved(one, Sample.DECISION, DAY, two),
                new TeamConsolidated(two, Sample.DECISION, List.of(one), DAY.plusDays(1)));

        for (String team : List.of("tt-6", "tt-7")) {
            assertThat(json.answer("/api/teams/" + team + "/timeline?asOf=" + last)
                            .get("entries"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .extracting(entry -> Json.map(entry).get("occurred"))
                    .containsExactly("2026-01-10", "2026-06-01", "2026-06-02");
        }
    }

    @Test
    void onePersonInTwoTeamsIsOnePerson() {
        TeamId one = new TeamId("tt-8");
        TeamId two = new TeamId("tt-9");
        MemberId tuan = new MemberId("tuan");
        write(formed(one, TeamLevel.HAMLET, NEAR), formed(two, TeamLevel.HAMLET, FAR));
        long both = write(
                new MemberEnrolled(one, tuan, MemberOrigin.TEACHER, DAY),
                new MemberEnrolled(two, tuan, MemberOrigin.YOUTH_UNION, DAY.plusDays(1)));
        long corrected = write(
                new MembershipCorrected(one, tuan, DAY, MemberOrigin.OTHER, DAY.minusDays(1), null),
                new MembershipEnded(two, tuan, EndReason.RESIGNED, DAY.plusDays(5)),
                new MemberEnrolled(two, tuan, MemberOrigin.YOUTH_UNION, DAY.plusDays(9)));

        list("/api/members/tuan/memberships?asOf=" + both)
                .containsExactly(
                        Map.of("team", "tt-8", "organisation", "TEACHER", "from", "2026-06-01"),
                        Map.of("team", "tt-9", "organisation", "YOUTH_UNION", "from", "2026-06-02"));
        list("/api/members/tuan/memberships?asOf=" + corrected)
                .containsExactly(
                        Map.of("team", "tt-8", "organisation", "OTHER", "from", "2026-05-31"),
                        Map.of(
                                "team", "tt-9",
                                "organisation", "YOUTH_UNION",
                                "from", "2026-06-02",
                                "until", "2026-06-06"),
                        Map.of("team", "tt-9", "organisation", "YOUTH_UNION", "from", "2026-06-10"));
        assertThat(json.status("/api/members/tuan/memberships?asOf=" + (both - 1)))
                .isEqualTo(404);
    }

    @Test
    void aTeamShowsItsSupportersAndAnOrganisationItsTeams() {
        long registered = write(new OrganisationRegistered(COMPANY, "Công ty số", OrganisationKind.TECHNOLOGY_COMPANY));
        long begun = write(new SupportBegun(COMPANY, OTHER, DAY));
        long ended = write(new SupportEnded(COMPANY, OTHER, DAY.plusDays(7)));
        long again = write(new SupportBegun(COMPANY, OTHER, DAY.plusDays(8)));

        Map<String, String> first = Map.of(
                "organisation", "company", "name", "Công ty số", "kind", "TECHNOLOGY_COMPANY", "from", "2026-06-01");
        assertThat(supporters(registered)).isEmpty();
        assertThat(supporters(begun)).containsExactly(first);
        assertThat(supporters(ended))
                .singleElement()
                .satisfies(supporter -> assertThat(Json.map(supporter)).containsEntry("until", "2026-06-08"));
        assertThat(supporters(again)).hasSize(2);
        assertThat(json.answer("/api/organisations/company?asOf=" + ended))
                .containsEntry("teams", List.of(Map.of("team", "tt-2", "from", "2026-06-01", "until", "2026-06-08")));
        list("/api/organisations?asOf=" + registered).hasSize(1);
        list("/api/organisations?asOf=" + (registered - 1)).isEmpty();
        assertThat(json.status("/api/organisations/company?asOf=" + (registered - 1)))
                .isEqualTo(404);
    }

    private List<Object> supporters(long asOf) {
        Object supporters = json.answer("/api/teams/tt-2?asOf=" + asOf).get("supporters");
        return List.copyOf((List<?>) Objects.requireNonNull(supporters));
    }

    @Test
    void aTeamShowsTheTrainingOfItsMembersAsCorrected() {
        long planned = write(new TrainingScheduled(TRAINING, TOPICS, Organiser.PROVINCIAL_DEPARTMENT, null, DAY, 4));
        long held = write(new TrainingHeld(
                TRAINING, TOPICS, new Attendance(DAY, 3, List.of(new Attendee(TEAM, LAN), new Attendee(OTHER, MINH)))));
        long corrected = write(new AttendanceCorrected(
                TRAINING, new Attendance(DAY, 3, List.of(new Attendee(OTHER, MINH))), List.of(TEAM, OTHER)));

        assertThat(json.answer("/api/trainings/tr-1?asOf=" + planned))
                .containsEntry("status", "SCHEDULED")
                .containsEntry("hours", 4)
                .containsEntry("attendees", List.of());
        assertThat(json.answer("/api/trainings/tr-1?asOf=" + held))
                .containsEntry("status", "HELD")
                .containsEntry("hours", 3)
                .containsEntry("topics", List.of("VNEID"))
                .extractingByKey("attendees", InstanceOfAssertFactories.LIST)
                .hasSize(2);
        list("/api/teams/tt-1/trainings?asOf=" + held)
                .singleElement()
                .satisfies(training -> assertThat(Json.map(training))
                        .containsEntry("attendees", List.of(Map.of("team", "tt-1", "member", "lan"))));
        assertThat(team(planned)).containsEntry("trainings", 0);
        assertThat(team(held)).containsEntry("trainings", 1);
        assertThat(team(corrected)).containsEntry("trainings", 0);
        list("/api/teams/tt-2/trainings?asOf=" + corrected).hasSize(1);
        assertThat(json.status("/api/trainings/tr-1?asOf=" + (planned - 1))).isEqualTo(404);
    }

    @Test
    void aCancelledSessionTrainedNobody() {
        TrainingId training = new TrainingId("tr-2");
        write(new TrainingScheduled(training, TOPICS, Organiser.OTHER, null, DAY, 4));
        long last = write(new TrainingCancelled(training));

        assertThat(json.answer("/api/trainings/tr-2?asOf=" + last))
                .containsEntry("status", "CANCELLED")
                .containsEntry("on", "2026-06-01")
                .containsEntry("attendees", List.of());
    }
}
