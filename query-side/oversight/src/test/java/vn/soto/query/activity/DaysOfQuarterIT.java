package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/**
 * Dashboards have the days of the authority's calendar, or those of the calendar quarter. Two query sides over one random history keep
 * their logs by one calendar each, so what one makes of rows the other has as totals.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DaysOfQuarterIT {

    private static final List<String> UNITS = List.of("m", "c0");
    private static final List<String> COUNTED = List.of("total", "children", "undecided");

    private final Sample sample = Reform.after(new Sample(21, 100));
    private final long before = sample.scribe.ledger.tail().number();
    private final long tail = adopted();
    private final QuerySideFixture byCalendar = logging(QuarterCalendar.CALENDAR);
    private final QuerySideFixture administrative = logging(QuarterCalendar.ADMINISTRATIVE);
    private final Json rows = new Json(byCalendar.http());
    private final Json totals = new Json(administrative.http());

    private long adopted() {
        for (String authority : List.of("p", "m")) {
            sample.scribe.write(new CalendarAdopted(
                    new UnitId(authority),
                    1,
                    QuarterCalendar.ADMINISTRATIVE,
                    2,
                    LateCounting.AMENDMENT,
                    Sample.DECISION,
                    new Quarter(2025, 1)));
        }
        return sample.scribe.ledger.tail().number();
    }

    private QuerySideFixture logging(QuarterCalendar calendar) {
        return new QuerySideFixture(
                        sample.scribe.ledger,
                        sample.scribe.codec,
                        sample.scribe.clock,
                        Map.of("soto.query.calendar", calendar),
                        ReadModelStore.inMemory())
                .upTo(tail);
    }

    @AfterAll
    void close() {
        byCalendar.close();
        administrative.close();
    }

    private interface Address {
        void check(String address);
    }

    private static void everywhere(Address check) {
        for (String unit : UNITS) {
            for (int quarter = 2; quarter <= 3; quarter++) {
                for (String boundaries : List.of("as-was", "as-now")) {
                    check.check("/api/dashboards/" + unit + "?quarter=2026-Q" + quarter + "&boundaries=" + boundaries);
                }
            }
        }
    }

    @Test
    void theDaysOfTheAuthorityAreCountedWhateverDaysTheLogsHave() {
        int[] helped = new int[1];
        everywhere(address -> {
            assertThat(rows.status(address)).as(address).isEqualTo(totals.status(address));
            if (rows.status(address) == 200) {
                Map<String, Object> answer = rows.answer(address);
                assertThat(answer).as(address).isEqualTo(totals.answer(address));
                helped[0] += (int)
                        Objects.requireNonNull(Json.map(answer.get("total")).get("households"));
            }
        });
        assertThat(helped[0]).isPositive();
    }

    @Test
    void theCalendarQuarterStandsBeside() {
        int[] different = new int[1];
        everywhere(address -> {
            String asked = address + "&days=calendar";
            if (rows.status(asked) == 200) {
                Map<String, Object> answer = totals.answer(asked);
                Map<String, Object> then = rows.answer(address + "&asOf=" + before);
                COUNTED.forEach(part ->
                        assertThat(answer.get(part)).as(asked + " " + part).isEqualTo(then.get(part)));
                different[0] +=
                        Objects.equals(answer.get("total"), rows.answer(address).get("total")) ? 0 : 1;
            }
        });
        assertThat(different[0]).as("quarters that differ by their days").isPositive();
    }

    @Test
    void eachSaysItsDaysAndThoseBeside() {
        assertThat(rows.answer("/api/dashboards/m?quarter=2026-Q3"))
                .containsEntry("calendar", "ADMINISTRATIVE")
                .containsEntry("days", "reporting")
                .containsEntry("firstDay", "2026-06-15")
                .containsEntry("lastDay", "2026-09-14")
                .containsEntry(
                        "otherDays", Map.of("days", "calendar", "firstDay", "2026-07-01", "lastDay", "2026-09-30"));
        assertThat(rows.answer("/api/dashboards/m?quarter=2026-Q3&days=calendar"))
                .containsEntry("calendar", "CALENDAR")
                .containsEntry("firstDay", "2026-07-01")
                .containsEntry(
                        "otherDays", Map.of("days", "reporting", "firstDay", "2026-06-15", "lastDay", "2026-09-14"));
        assertThat(rows.answer("/api/dashboards/m?quarter=2026-Q3&asOf=" + before))
                .as("nobody had adopted another calendar")
                .doesNotContainKey("otherDays")
                .containsEntry("lastDay", "2026-09-30");
        assertThat(rows.status("/api/dashboards/m?days=lunar")).isEqualTo(400);
        assertThat(rows.answer("/api/units/m/targets?quarter=2026-Q3")).containsEntry("lastDay", "2026-09-14");
        String present = String.valueOf(rows.answer("/api/dashboards/m").get("quarter"));
        for (String address : List.of("/api/units/m/reports", "/api/units/m/findings", "/api/units/m/targets")) {
            assertThat(rows.answer(address)).as(address).containsEntry("quarter", present);
        }
        Map<String, Object> trend = rows.answer("/api/dashboards/m/trend?to=2026-Q3&n=2");
        assertThat((List<?>) trend.get("quarters"))
                .extracting(quarter -> Json.map(quarter).get("firstDay"))
                .containsExactly("2026-03-15", "2026-06-15");
        assertThat((List<?>) rows.answer("/api/dashboards/m/trend?to=2026-Q3&n=2&days=calendar")
                        .get("quarters"))
                .extracting(quarter -> Json.map(quarter).get("firstDay"))
                .containsExactly("2026-04-01", "2026-07-01");
    }

    /** The questions about the sessions in a unit, about a team, its people and the households of its units. */
    private Set<String> beside() {
        Set<String> addresses = new TreeSet<>(List.of("/api/units/m/targets?quarter=2026-Q3"));
        for (String unit : UNITS) {
            addresses.add("/api/units/" + unit + "/outreach?quarter=2026-Q3");
            addresses.add("/api/units/" + unit + "/trainings?quarter=2026-Q3");
        }
        for (TeamId team : sample.teams) {
            addresses.add("/api/teams/" + team + "/outreach?quarter=2026-Q3");
            addresses.add("/api/teams/" + team + "/activity?quarter=2026-Q3");
            ((List<?>) Objects.requireNonNull(rows.answer("/api/teams/" + team + "/activity?quarter=2026-Q3")
                            .get("members")))
                    .forEach(line -> addresses.add(
                            "/api/members/" + Json.map(line).get("member") + "/activity?quarter=2026-Q3"));
        }
        for (UnitId unit : sample.residential) {
            ((List<?>) Objects.requireNonNull(rows.answer("/api/units/" + unit + "/households?limit=9")
                            .get("items")))
                    .forEach(line -> addresses.add(
                            "/api/households/" + Json.map(line).get("household") + "/assistances?quarter=2026-Q3"));
        }
        return addresses;
    }

    @Test
    void whatLiesThereHasTheDaysOfTheAuthorityToo() {
        Set<Object> kinds = new HashSet<>();
        int[] different = new int[1];
        for (String address : beside()) {
            Map<String, Object> answer = rows.answer(address);
            Map<String, Object> other = totals.answer(address);
            if (address.startsWith("/api/households/")) {
                // The first of its eight quarters was before the authority's calendar, and so by that of each ledger.
                assertThat(List.of(
                                Objects.requireNonNull(answer.remove("firstDay")),
                                Objects.requireNonNull(other.remove("firstDay"))))
                        .containsExactly("2024-10-01", "2024-09-15");
            }
            assertThat(answer)
                    .as(address)
                    .isEqualTo(other)
                    .containsEntry("lastDay", "2026-09-14")
                    .containsEntry("days", "reporting")
                    .containsEntry(
                            "otherDays", Map.of("days", "calendar", "firstDay", "2026-07-01", "lastDay", "2026-09-30"));
            Map<String, Object> calendar = totals.answer(address + "&days=calendar");
            Map<String, Object> then = rows.answer(address + "&asOf=" + before);
            assertThat(calendar).as(address).containsEntry("lastDay", "2026-09-30");
            for (String counted : List.of("assistances", "credit", "records", "members", "count", "held", "sessions")) {
                assertThat(calendar.get(counted)).as(address + " " + counted).isEqualTo(then.get(counted));
                different[0] += Objects.equals(calendar.get(counted), answer.get(counted)) ? 0 : 1;
                if (answer.get(counted) != null) {
                    kinds.add(counted);
                }
            }
        }
        assertThat(kinds).contains("assistances", "records", "members", "count", "held");
        assertThat(different[0]).as("figures that differ by their days").isPositive();
    }

    @Test
    void thePresentQuarterIsThatOfTheAuthority() {
        String present = String.valueOf(rows.answer("/api/dashboards/m").get("quarter"));
        TeamId team = sample.teams.getFirst();
        assertThat(rows.answer("/api/me")).containsEntry("quarter", present);
        for (String address : List.of("/api/teams/" + team + "/outreach", "/api/teams/" + team + "/activity")) {
            assertThat(rows.answer(address)).as(address).containsEntry("quarter", present);
        }
        assertThat(String.valueOf(rows.whole("/api/teams/" + team).get("links")))
                .contains("/api/teams/" + team + "/reports/" + present);
        assertThat((List<?>) rows.answer("/api/moments?unit=m&from=2026-07-02&to=2026-09-20")
                        .get("moments"))
                .extracting(moment -> Json.map(moment).get("day"))
                .contains("2026-09-14")
                .doesNotContain("2026-09-30");
    }

    @Test
    void eachFigureListsWhatItCountsOnTheseDays() {
        for (String code : List.of("H04", "H04.businesses")) {
            for (String unit : List.of("m", "c0-r1")) {
                String address = "/api/dashboards/" + unit + "/figures/" + code + "?quarter=2026-Q2&boundaries=as-now";
                if (rows.status(address) == 200) {
                    Map<String, Object> figure = rows.answer(address);
                    assertThat(figure)
                            .as(address)
                            .containsEntry("counted", figure.get("value"))
                            .containsEntry("lastDay", "2026-06-14");
                }
            }
        }
    }
}
