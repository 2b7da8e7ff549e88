package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The day of a moment: in a ledger whose last commit is of 1 July 2026, asked in 2027. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LegalDayIT {

    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    private final Sample sample = new Sample(5, 0);
    private final TeamId team = sample.teams.getFirst();
    private final long last;

    @AutoClose
    private final QuerySideFixture side;

    private final Json json;

    LegalDayIT() {
        sample.scribe.write(new UnitEstablished(
                new UnitId("c9"), UnitKind.WARD, "Phường 9", "999", Sample.PROVINCE, Sample.DECISION, AUGUST));
        last = sample.scribe
                .write(new MemberEnrolled(team, new MemberId("new"), MemberOrigin.TEACHER, AUGUST))
                .number();
        sample.scribe.clock.set(Instant.parse("2027-10-20T00:00:00Z"));
        side = QuerySideFixture.inMemory(sample.scribe).upTo(last);
        json = new Json(side.http());
    }

    private @Nullable Object dayOf(String asOf) {
        return json.answer("/api/units/p?asOf=" + asOf).get("on");
    }

    private Map<String, Object> dashboard(String asOf) {
        return json.answer("/api/dashboards/p?quarter=2026-Q3&asOf=" + asOf);
    }

    @Test
    void fiveInTheAfternoonInLondonIsTheEndOfTheDayInVietnam() {
        assertThat(dayOf("2026-09-30T17:00:00Z")).isEqualTo("2026-09-30");
        assertThat(dayOf("2026-09-30T17:00:00.000001Z")).isEqualTo("2026-10-01");
        assertThat(dayOf("2026-09-30T16:59:59Z")).isEqualTo("2026-09-30");
    }

    @Test
    void aQuietSummerIsNotTheDayOfTheLastCommit() {
        assertThat(json.answer("/api/units/c9?asOf=2026-09-30T17:00:00Z")).containsEntry("status", "IN_FORCE");
        assertThat(json.answer("/api/units/c9?asOf=" + last)).containsEntry("status", "PLANNED");

        assertThat(dashboard("2026-08-31T17:00:00Z")).containsEntry("staffOn", "2026-08-31");
        assertThat(Json.map(dashboard("2026-08-31T17:00:00Z").get("total"))).containsEntry("members", 31);
        assertThat(dashboard(Long.toString(last))).containsEntry("staffOn", "2026-07-01");
        assertThat(Json.map(dashboard(Long.toString(last)).get("total"))).containsEntry("members", 30);

        assertThat(json.answer("/api/teams/" + team + "?asOf=2026-08-31T17:00:00Z")
                        .toString())
                .contains("member=new");
        assertThat(json.answer("/api/teams/" + team + "?asOf=" + last).toString())
                .doesNotContain("member=new");
    }

    @Test
    void theQuarterNotNamedIsTheQuarterOfTheMoment() {
        String asOf = "asOf=2026-12-31T17:00:00Z";
        assertThat(json.answer("/api/dashboards/p?" + asOf)).containsEntry("quarter", "2026-Q4");
        assertThat(json.answer("/api/members/new/activity?" + asOf)).containsEntry("quarter", "2026-Q4");
        assertThat(json.answer("/api/teams/" + team + "/outreach?" + asOf)).containsEntry("quarter", "2026-Q4");
        for (String list : List.of("trainings", "outreach", "reports")) {
            assertThat(json.answer("/api/units/p/" + list + "?" + asOf))
                    .as(list)
                    .containsEntry("quarter", "2026-Q4");
        }
        assertThat(json.answer("/api/catalogue?" + asOf)).containsEntry("on", "2026-12-31");
        assertThat(json.answer("/api/policy?" + asOf)).containsEntry("on", "2026-12-31");
        assertThat(json.answer("/api/search?q=khu&" + asOf)).containsEntry("on", "2026-12-31");
        assertThat(json.answer("/api/dashboards/p")).containsEntry("quarter", "2027-Q4");
    }

    @Test
    void whileReadModelsAreBehindAnAnswerIsAboutTheDayItKnowsAndNotZerosOfToday() {
        Sample growing = new Sample(5, 0);
        try (QuerySideFixture behind = QuerySideFixture.inMemory(growing.scribe)) {
            behind.upTo(growing.scribe.ledger.tail().number()).projections().close();
            growing.scribe.write(new MemberEnrolled(team, new MemberId("later"), MemberOrigin.TEACHER, AUGUST));
            growing.scribe.clock.set(Instant.parse("2027-10-20T00:00:00Z"));
            Json asked = new Json(behind.http());

            Map<String, Object> dashboard = asked.answer("/api/dashboards/p");
            assertThat(dashboard).containsEntry("quarter", "2026-Q3").containsEntry("staffOn", "2026-07-01");
            assertThat(Json.map(dashboard.get("total"))).containsEntry("members", 30);
            assertThat(asked.freshness("/api/dashboards/p"))
                    .containsEntry("stale", true)
                    .containsKey("missing");
        }
    }

    @Test
    void beforeTheFirstCommitThereIsNothingHoweverLongBefore() {
        for (String asOf : List.of("2025-01-01T00:00:00Z", "1969-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z")) {
            assertThat(json.whole("/api/units?asOf=" + asOf)).containsEntry("answer", List.of());
            assertThat(json.status("/api/dashboards/p?asOf=" + asOf)).isEqualTo(404);
            assertThat(json.status("/api/members/new/follow-ups?asOf=" + asOf))
                    .as("nobody was a member yet")
                    .isEqualTo(404);
        }
    }
}
