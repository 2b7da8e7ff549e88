package vn.soto.query.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachFigures;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Outreach of teams against the figures folded from the ledger, at random commits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutreachIT {

    private static final long SEED = QuerySideFixture.Year.SEED;

    private final Sample sample = QuerySideFixture.Year.SAMPLE;
    private final QuerySideFixture side = QuerySideFixture.Year.SIDE;
    private final Json json = new Json(side.http());

    @Test
    void addsUpToTheFiguresOfTheLedger() {
        long tail = sample.scribe.ledger.tail().number();
        side.upTo(tail);
        Random random = new Random(SEED);
        Map<String, Long> seen = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            long asOf = tail / 4 + random.nextLong(tail - tail / 4);
            TeamId team = sample.teams.get(random.nextInt(sample.teams.size()));
            for (String quarter : List.of("2026-Q2", "2026-Q3", "2026-Q4")) {
                compare(team, quarter, asOf, seen);
            }
        }
        assertThat(seen)
                .allSatisfy((figure, count) -> assertThat(count).as(figure).isPositive());
    }

    private void compare(TeamId team, String quarter, long asOf, Map<String, Long> seen) {
        String uri = "/api/teams/" + team + "/outreach?quarter=" + quarter + "&asOf=" + asOf;
        Map<String, Object> answer = json.answer(uri);
        Map<String, Long> figures = figures(team, Quarter.parse(quarter), asOf);
        Map<String, Object> expected = new HashMap<>();
        Map.of("P01", "held", "P02", "attendance", "P02.estimate", "estimated", "P03.households", "households")
                .forEach((code, name) -> {
                    long value = figures.getOrDefault(code, -1L);
                    expected.put(name, (int) value);
                    seen.merge(name, value, Long::sum);
                });
        assertThat(answer).as("seed %s %s", SEED, uri).containsAllEntriesOf(expected);
        assertThat((List<?>) answer.get("groups"))
                .as(uri)
                .hasSize(figures.getOrDefault("P03", -1L).intValue());
    }

    private Map<String, Long> figures(TeamId team, Quarter quarter, long asOf) {
        OutreachFigures figures = new OutreachFigures(
                team, QuarterCalendar.CALENDAR.firstDay(quarter), QuarterCalendar.CALENDAR.lastDay(quarter));
        for (StoredEvent stored : sample.scribe.ledger.events(0, Integer.MAX_VALUE)) {
            if (stored.commit() <= asOf) {
                figures.on(stored.position(), sample.scribe.decode(stored));
            }
        }
        return figures.values();
    }

    @Test
    void aSessionIsShownAsItWasKnown() {
        Sample one = new Sample(1, 0);
        TeamId team = one.teams.getFirst();
        UnitId unit = one.residential.getFirst();
        OutreachId session = new OutreachId("o-own");
        Holding holding = new Holding(LocalDate.of(2026, 7, 4), 300, CountBasis.ESTIMATE, List.of(new MemberId("m-1")));
        Holding right =
                new Holding(LocalDate.of(2026, 6, 30), 30, CountBasis.SIGNED_LIST, List.of(new MemberId("m-1")));
        one.scribe.write(new OutreachScheduled(
                session,
                team,
                unit,
                Instant.parse("2026-07-03T12:00:00Z"),
                List.of(ServiceCategory.VNEID),
                OutreachChannel.CLASS));
        long moved = one.scribe
                .write(new OutreachRescheduled(session, team, unit, Instant.parse("2026-07-04T12:00:00Z")))
                .number();
        long held = one.scribe
                .write(
                        new OutreachHeld(session, team, unit, holding),
                        new OutreachFlaggedImplausible(session, team, unit, 300, 220))
                .number();
        long corrected = one.scribe
                .write(new OutreachCorrected(session, team, unit, right))
                .number();
        long voided = one.scribe.write(new OutreachVoided(session, team, unit)).number();
        try (QuerySideFixture other = QuerySideFixture.inMemory(one.scribe)) {
            Json asked = new Json(other.upTo(voided).http());
            String uri = "/api/outreach/o-own?asOf=";
            assertThat(asked.answer(uri + moved))
                    .containsEntry("state", "PLANNED")
                    .containsEntry("startsAt", "2026-07-04T12:00:00Z")
                    .doesNotContainKeys("heldOn", "attendance", "plausible");
            assertThat(asked.answer(uri + held))
                    .containsEntry("state", "HELD")
                    .containsEntry("attendance", 300)
                    .containsEntry("estimated", true)
                    .containsEntry("plausible", 220)
                    .containsEntry("holders", List.of("m-1"));
            assertThat(asked.answer(uri + corrected))
                    .containsEntry("attendance", 30)
                    .containsEntry("estimated", false)
                    .doesNotContainKey("plausible");
            assertThat(asked.answer(uri + voided)).containsEntry("state", "VOIDED");
            String programme = "/api/teams/" + team + "/outreach?asOf=" + corrected + "&quarter=";
            assertThat(asked.answer(programme + "2026-Q3")).containsEntry("sessions", List.of());
            assertThat(asked.answer(programme + "2026-Q2")).containsEntry("held", 1);
            assertThat(asked.status("/api/outreach/o-own?asOf=" + (moved - 2))).isEqualTo(404);
            assertThat(asked.status("/api/teams/nobody/outreach")).isEqualTo(404);
        }
    }
}
