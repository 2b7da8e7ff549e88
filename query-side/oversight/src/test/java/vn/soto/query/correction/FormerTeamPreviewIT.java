package vn.soto.query.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.DryRunEvents;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/**
 * The changes by corrections of days; a team that left a unit still counts the unit's households in the quarters
 * before.
 */
final class FormerTeamPreviewIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));
    private static final UnitId LEFT = new UnitId("left");
    private static final UnitId NOW = new UnitId("now");
    private static final TeamId TEAM = new TeamId("t");
    private static final MemberId LEADER = new MemberId("lan");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final HouseholdId DUPLICATE = new HouseholdId("h-2");

    private final EventLog log = new EventLog();

    @Test
    void theFiguresOfTheTeamThatLeftTheUnitArePreviewed() {
        writeTeam();
        log.clock.set(Instant.parse("2026-02-10T02:00:00Z"));
        Stream.of(HOUSEHOLD, DUPLICATE)
                .forEach(household -> log.write(new HouseholdRegistered(household, LEFT, "HO-" + household)));
        log.clock.set(EventLog.START);
        log.write(new TeamCoverageChanged(TEAM, List.of(NOW), DECISION, LocalDate.of(2026, 4, 5)));

        try (QuerySideFixture side =
                QuerySideFixture.inMemory(log).upTo(log.ledger.tail().number())) {
            JsonNode figures = preview(side, new HouseholdMerged(DUPLICATE, LEFT, HOUSEHOLD, List.of()));

            assertThat(figures.valueStream()
                            .filter(figure ->
                                    figure.at("/where/team").asString("").equals(TEAM.value()))
                            .map(figure -> "%s %s: %d, then %d"
                                    .formatted(
                                            figure.at("/where/quarter").asString(),
                                            figure.get("code").asString(),
                                            figure.get("before").asLong(),
                                            figure.get("after").asLong())))
                    .containsExactly("2026-Q1 H03: 2, then 1");
        }
    }

    @Test
    void theFiguresOfTheUnitThatTheTeamLeftArePreviewed() {
        writeTeam();
        MemberSuspended suspended = new MemberSuspended(TEAM, LEADER, LocalDate.of(2026, 3, 8));
        log.write(suspended);
        log.clock.set(EventLog.START);
        log.write(new TeamCoverageChanged(TEAM, List.of(NOW), DECISION, LocalDate.of(2026, 4, 5)));

        try (QuerySideFixture side =
                QuerySideFixture.inMemory(log).upTo(log.ledger.tail().number())) {
            JsonNode figures = preview(side, new SuspensionCorrected(TEAM, LEADER, suspended.firstDay(), null, null));

            assertThat(figures.valueStream()
                            .filter(figure ->
                                    figure.at("/where/unit").asString("").equals(LEFT.value()))
                            .map(figure -> "%s %s %s: %d, then %d"
                                    .formatted(
                                            figure.at("/where/quarter").asString(),
                                            figure.at("/where/boundaries"),
                                            figure.get("code").asString(),
                                            figure.get("before").asLong(),
                                            figure.get("after").asLong())))
                    .contains("2026-Q1 [\"as-was\",\"as-now\"] T02: 0, then 1");
        }
    }

    @Test
    void theRightDayOfEachFactIsPreviewed() {
        MemberId other = new MemberId("hung");
        TeamId dissolved = new TeamId("t-2");
        LocalDate end = LocalDate.of(2026, 3, 1);
        writeTeam();
        log.write(formed(dissolved, other, NOW));
        log.write(
                new TeamDissolved(dissolved, DECISION, end, null),
                new MembershipEnded(dissolved, other, EndReason.TEAM_DISSOLVED, end));
        Stream.of(HOUSEHOLD, DUPLICATE)
                .forEach(household -> log.write(new HouseholdRegistered(household, LEFT, "HO-" + household)));
        log.write(new HouseholdLeft(HOUSEHOLD, LEFT, LocalDate.of(2026, 2, 20)));
        log.write(new HouseholdLeft(DUPLICATE, LEFT, LocalDate.of(2026, 2, 20)));
        log.write(new HouseholdReturned(DUPLICATE, LEFT, LocalDate.of(2026, 4, 10)));
        log.write(new TeamRenamed(TEAM, "Tổ Một", DECISION, LocalDate.of(2026, 4, 5)));
        log.write(new TeamCoverageChanged(TEAM, List.of(NOW), DECISION, LocalDate.of(2026, 6, 5)));
        log.clock.set(EventLog.START);
        log.write(new HouseholdRegistered(new HouseholdId("h-3"), NOW, "HO-3"));

        try (QuerySideFixture side =
                QuerySideFixture.inMemory(log).upTo(log.ledger.tail().number())) {
            assertThat(figures(
                            side,
                            new DepartureCorrected(
                                    HOUSEHOLD, LEFT, LEFT, LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 20))))
                    .containsExactly("t 2026-Q1 H03: 0, then 1");
            assertThat(figures(
                            side,
                            new ReturnCorrected(
                                    DUPLICATE, LEFT, LEFT, LocalDate.of(2026, 4, 10), LocalDate.of(2026, 3, 20))))
                    .containsExactly("t 2026-Q1 H03: 0, then 1");
            assertThat(figures(
                            side,
                            new CoverageCorrected(
                                    TEAM, List.of(NOW), LocalDate.of(2026, 6, 5), LocalDate.of(2026, 7, 5))))
                    .containsExactly("t 2026-Q2 H03: 0, then 1");
            assertThat(figures(
                            side,
                            new RenamingCorrected(TEAM, "Tổ Một", LocalDate.of(2026, 4, 5), LocalDate.of(2026, 3, 5))))
                    .isEmpty();
            assertThat(figures(
                            side,
                            new DissolutionCorrected(dissolved, end, null),
                            new MembershipCorrected(dissolved, other, DAY, MemberOrigin.TEACHER, DAY, null)))
                    .anyMatch(figure -> figure.startsWith("t-2 2026-Q1 T02: ") && figure.endsWith(", then 1"));
        }
    }

    /** H02 of the team that had the household before, and H03 of both teams. */
    @Test
    void theFiguresOfAMoveThatIsTakenBackArePreviewed() {
        TeamId there = new TeamId("t-2");
        LocalDate moved = LocalDate.of(2026, 3, 1);
        Responsible before = new Responsible(TEAM, LEADER);
        writeTeam();
        log.write(formed(there, new MemberId("hung"), NOW));
        log.write(new HouseholdRegistered(HOUSEHOLD, LEFT, "HO-1"));
        log.write(new HouseholdAssigned(HOUSEHOLD, LEFT, before, LocalDate.of(2026, 2, 1)));
        log.write(
                new HouseholdRelocated(HOUSEHOLD, LEFT, NOW, before, moved),
                new HouseholdUnassigned(HOUSEHOLD, NOW, before, UnassignmentCause.MOVED_OUT_OF_COVERAGE, moved));
        log.clock.set(EventLog.START);
        log.write(new HouseholdRegistered(new HouseholdId("h-3"), NOW, "HO-3"));

        try (QuerySideFixture side =
                QuerySideFixture.inMemory(log).upTo(log.ledger.tail().number())) {
            assertThat(figures(
                            side,
                            new RelocationWithdrawn(HOUSEHOLD, LEFT, LEFT, NOW, moved, List.of(before), List.of())))
                    .contains("t 2026-Q1 H02: 0, then 1", "t-2 2026-Q1 H03: 1, then 0");
        }
    }

    /** The team, as it began, and the units. */
    private void writeTeam() {
        log.clock.set(Instant.parse("2026-01-10T02:00:00Z"));
        log.write(
                unit(new UnitId("p"), UnitKind.PROVINCE, "74", null),
                unit(new UnitId("c"), UnitKind.COMMUNE, "25747", new UnitId("p")),
                unit(LEFT, UnitKind.HAMLET, null, new UnitId("c")),
                unit(NOW, UnitKind.HAMLET, null, new UnitId("c")));
        log.write(formed(TEAM, LEADER, LEFT));
    }

    private static List<String> figures(QuerySideFixture side, DomainEvent... events) {
        return preview(side, events)
                .valueStream()
                .filter(figure -> figure.at("/where/team").isString())
                .map(figure -> "%s %s %s: %s, then %s"
                        .formatted(
                                figure.at("/where/team").asString(),
                                figure.at("/where/quarter").asString(),
                                figure.get("code").asString(),
                                figure.at("/before").asString("-"),
                                figure.at("/after").asString("-")))
                .toList();
    }

    private static TeamFormed formed(TeamId team, MemberId leader, UnitId unit) {
        return PlainEvents.team(team, "Tổ " + team, unit, DAY, leader);
    }

    private static UnitEstablished unit(UnitId id, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        return new UnitEstablished(id, kind, "Tên " + id, code, parent, DECISION, DAY);
    }

    private static JsonNode preview(QuerySideFixture side, DomainEvent... events) {
        byte[] body = side.http()
                .post()
                .uri("/api/corrections/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsBytes(
                        Map.of("events", Stream.of(events).map(DryRunEvents::of).toList())))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body)).at("/answer/figures");
    }
}
