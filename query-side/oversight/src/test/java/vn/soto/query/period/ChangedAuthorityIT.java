package vn.soto.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/**
 * Nine neighbourhoods pass between three wards of different calendars on random days. In every question about one of
 * them or its team, each day lies in one quarter, and each record of help counts in one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangedAuthorityIT {

    private static final long SEED = 5;
    private static final int RECORDS = 30;
    private static final LocalDate LAST = LocalDate.of(2027, 6, 14);
    private static final List<Quarter> QUARTERS =
            new Quarter(2026, 1).through(new Quarter(2027, 3)).toList();
    private static final List<UnitId> WARDS = List.of(new UnitId("c0"), new UnitId("c1"), new UnitId("c2"));
    private static final List<QuarterCalendar> CALENDARS =
            List.of(QuarterCalendar.CALENDAR, QuarterCalendar.ADMINISTRATIVE, QuarterCalendar.CALENDAR);
    /**
     * The quarters from which each ward has its calendar; before it has that of the province, which is the
     * administrative one.
     */
    private static final List<Quarter> SINCE =
            List.of(new Quarter(2026, 1), new Quarter(2026, 1), new Quarter(2026, 4));

    private final Random random = new Random(SEED);
    private final Sample sample = new Sample(SEED, 0);
    private final Map<UnitId, TreeMap<LocalDate, Integer>> wards = new HashMap<>();
    private final Map<UnitId, List<LocalDate>> helped = new HashMap<>();

    @AutoClose
    private final QuerySideFixture side = history();

    private final Json json = new Json(side.http());

    private QuerySideFixture history() {
        adopt(Sample.PROVINCE, QuarterCalendar.ADMINISTRATIVE, new Quarter(2026, 1));
        for (int ward = 0; ward < WARDS.size(); ward++) {
            adopt(WARDS.get(ward), CALENDARS.get(ward), SINCE.get(ward));
        }
        for (int at = 0; at < sample.residential.size(); at++) {
            UnitId unit = sample.residential.get(at);
            wards.put(unit, new TreeMap<>(Map.of(LocalDate.EPOCH, at / 3)));
            LocalDate day = LocalDate.of(2026, 2, 1);
            for (int move = 0; move < 4; move++) {
                day = day.plusDays(20 + random.nextInt(110));
                int ward = (wards.get(unit).lastEntry().getValue() + 1 + random.nextInt(2)) % 3;
                wards.get(unit).put(day, ward);
                sample.scribe.write(new UnitReparented(unit, WARDS.get(ward), "Khu phố " + at, Sample.DECISION, day));
            }
            sample.scribe.write(new HouseholdRegistered(household(unit), unit, "HO-" + unit));
            help(unit, sample.teams.get(at));
        }
        sample.scribe.clock.set(LAST.plusDays(100).atStartOfDay(ZoneOffset.UTC).toInstant());
        return QuerySideFixture.inMemory(sample.scribe)
                .upTo(sample.scribe.ledger.tail().number());
    }

    private void adopt(UnitId authority, QuarterCalendar calendar, Quarter from) {
        sample.scribe.write(
                new CalendarAdopted(authority, 1, calendar, 2, LateCounting.AMENDMENT, Sample.DECISION, from));
    }

    private static HouseholdId household(UnitId unit) {
        return new HouseholdId("h-" + unit);
    }

    /** Mostly in the half months between the ends of a quarter by both calendars. */
    private void help(UnitId unit, TeamId team) {
        for (int number = 0; number < RECORDS; number++) {
            LocalDate day =
                    LocalDate.of(2026, 3, 13).plusMonths(3L * random.nextInt(5)).plusDays(random.nextInt(20));
            helped.computeIfAbsent(unit, u -> new ArrayList<>()).add(day);
            sample.scribe.write(PlainEvents.help(
                    "a-" + unit + "-" + number,
                    team,
                    Beneficiary.of(household(unit), unit),
                    PlainEvents.content(
                            Channel.ZALO, Mode.DEMONSTRATED, day.atTime(3, 0).toInstant(ZoneOffset.UTC))));
        }
    }

    /** The last day that a quarter has where a neighbourhood lies at the end of the calendar quarter. */
    private LocalDate end(UnitId unit, Quarter quarter) {
        int ward = Objects.requireNonNull(wards.get(unit))
                .floorEntry(QuarterCalendar.CALENDAR.lastDay(quarter))
                .getValue();
        return (SINCE.get(ward).compareTo(quarter) <= 0 ? CALENDARS.get(ward) : QuarterCalendar.ADMINISTRATIVE)
                .lastDay(quarter);
    }

    private QuarterDays expected(UnitId unit, Quarter quarter) {
        return new QuarterDays(
                quarter,
                quarter.equals(new Quarter(2026, 1))
                        ? LocalDate.of(2026, 1, 1)
                        : end(unit, quarter.previous()).plusDays(1),
                end(unit, quarter));
    }

    private List<String> addresses(int at, Quarter quarter) {
        UnitId unit = sample.residential.get(at);
        TeamId team = sample.teams.get(at);
        return List.of(
                "/api/dashboards/" + unit + "?quarter=" + quarter,
                "/api/units/" + unit + "/targets?quarter=" + quarter,
                "/api/units/" + unit + "/findings?quarter=" + quarter,
                "/api/teams/" + team + "/activity?quarter=" + quarter,
                "/api/teams/" + team + "/outreach?quarter=" + quarter,
                "/api/teams/" + team + "/reports/" + quarter);
    }

    @Test
    void eachDayLiesInExactlyOneQuarter() {
        int boundaries = 0;
        for (int at = 0; at < sample.residential.size(); at += 2) {
            UnitId unit = sample.residential.get(at);
            for (Quarter quarter : QUARTERS) {
                QuarterDays days = expected(unit, quarter);
                for (String address : addresses(at, quarter)) {
                    Map<String, Object> answer = json.answer(address);
                    assertThat(Json.map(answer.getOrDefault("period", answer)))
                            .as(address)
                            .containsEntry("firstDay", days.firstDay().toString())
                            .containsEntry("lastDay", days.lastDay().toString());
                }
                assertThat(json.answer("/api/households/" + household(unit) + "/assistances?quarter=" + quarter))
                        .containsEntry("lastDay", days.lastDay().toString());
                boundaries += days.equals(QuarterCalendar.CALENDAR.days(quarter))
                                || days.equals(QuarterCalendar.ADMINISTRATIVE.days(quarter))
                        ? 0
                        : 1;
            }
            Quarter last = QUARTERS.getLast();
            assertThat((List<?>) json.answer("/api/dashboards/" + unit + "/trend?n=7&to=" + last)
                            .get("quarters"))
                    .extracting(quarter -> Json.map(quarter).get("firstDay") + " "
                            + Json.map(quarter).get("lastDay"))
                    .isEqualTo(QUARTERS.stream()
                            .map(quarter -> expected(unit, quarter))
                            .map(days -> days.firstDay() + " " + days.lastDay())
                            .toList());
        }
        assertThat(boundaries).as("quarters between two calendars").isGreaterThan(5);
    }

    @Test
    void eachRecordOfHelpCountsInTheQuarterOfItsDay() {
        for (int at = 1; at < sample.residential.size(); at += 3) {
            UnitId unit = sample.residential.get(at);
            int counted = 0;
            for (Quarter quarter : QUARTERS) {
                QuarterDays days = expected(unit, quarter);
                int there = (int) Objects.requireNonNull(helped.get(unit)).stream()
                        .filter(days::contains)
                        .count();
                counted += there;
                assertThat(Json.map(
                                json.answer(addresses(at, quarter).getFirst()).get("total")))
                        .as("%s %s", unit, quarter)
                        .containsEntry("assistances", there);
                assertThat(reported(sample.teams.get(at), quarter))
                        .as("report of %s %s", unit, quarter)
                        .isEqualTo(there);
            }
            assertThat(counted).as("%s", unit).isEqualTo(RECORDS);
        }
    }

    private int reported(TeamId team, Quarter quarter) {
        return ((List<?>) Objects.requireNonNull(json.answer("/api/teams/" + team + "/reports/" + quarter)
                        .get("figures")))
                .stream()
                        .map(Json::map)
                        .filter(line -> "H05".equals(line.get("code")))
                        .mapToInt(line -> (int) Objects.requireNonNull(line.get("value")))
                        .sum();
    }
}
