package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class TeamFiguresTest {

    private static final TeamId TEAM = TeamLifeEvents.TEAM;
    private static final int EVENTS = 1_200;

    private final FiguresInMemory parts = new FiguresInMemory();
    private final TeamFigures figures = new TeamFigures(parts);

    private static NavigableMap<Long, DomainEvent> life(long seed) {
        TeamLifeEvents life = new TeamLifeEvents(seed);
        NavigableMap<Long, DomainEvent> events = new TreeMap<>();
        Random gaps = new Random(seed);
        long position = 0;
        events.put(position, TeamLifeEvents.formed());
        while (events.size() < EVENTS) {
            position += 1 + gaps.nextInt(2_000);
            events.put(position, life.next());
        }
        return events;
    }

    /** The definition: every event from the founding. */
    private static Indicators fold(
            int version, Quarter quarter, QuarterCalendar calendar, Map<Long, DomainEvent> events) {
        Indicators indicators = new Indicators(version, TEAM, quarter, calendar);
        events.forEach(indicators::on);
        return indicators;
    }

    private void compare(NavigableMap<Long, DomainEvent> events, long before, String as) {
        Map<Long, DomainEvent> known = events.headMap(before);
        for (QuarterCalendar calendar : QuarterCalendar.values()) {
            for (int version = 1; version <= Indicators.VERSION; version++) {
                Quarter quarter = new Quarter(2025, 4);
                for (int i = 0; i < 7; i++) {
                    Indicators expected = fold(version, quarter, calendar, known);
                    Indicators derived = figures.derive(version, TEAM, quarter, calendar, before);
                    assertThat(List.copyOf(derived.evidence().entrySet()))
                            .as("%s, %s %s, version %s, before %s", as, quarter, calendar, version, before)
                            .isEqualTo(List.copyOf(expected.evidence().entrySet()));
                    assertThat(derived.figures()).isEqualTo(expected.figures());
                    quarter = quarter.next();
                }
            }
        }
    }

    private static final int MANY = Boolean.getBoolean("soto.long") ? 8_000 : 4_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("soto.long") ? 4 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areWhatTheFoldFromTheFoundingMakesAtEveryCommit(long seed) {
        NavigableMap<Long, DomainEvent> events = life(seed);
        events.forEach((position, event) -> figures.add(TEAM, position, event));
        Random random = new Random(seed);
        long last = events.lastKey();
        for (long before : new long[] {0, random.nextLong(last), random.nextLong(last), last, last + 1}) {
            compare(events, before, "seed " + seed);
        }
        assertThat(fold(Indicators.VERSION, new Quarter(2026, 2), QuarterCalendar.CALENDAR, events)
                        .figures())
                .as("a life in which everything is counted; seed %s", seed)
                .filteredOn(figure -> figure.value() == 0)
                .hasSizeLessThan(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void areTheSameWhenEventsComeAgain(long seed) {
        NavigableMap<Long, DomainEvent> events = life(seed);
        events.forEach((position, event) -> figures.add(TEAM, position, event));
        String once = parts.content();
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            events.tailMap(random.nextLong(events.lastKey()))
                    .forEach((position, event) -> figures.add(TEAM, position, event));
            assertThat(parts.content()).as("seed %s", seed).isEqualTo(once);
        }
    }

    /** A crash may leave parts written that their team does not list yet. */
    @Test
    void areTheSameAfterACrashBetweenTheWrites() {
        NavigableMap<Long, DomainEvent> events = life(6);
        long crash = events.floorKey(events.lastKey() / 2);
        events.headMap(crash / 2).forEach((position, event) -> figures.add(TEAM, position, event));
        TeamParts known = parts.team(TEAM).orElseThrow();
        events.subMap(crash / 2, crash).forEach((position, event) -> figures.add(TEAM, position, event));
        parts.put(known);
        events.tailMap(crash / 2).forEach((position, event) -> figures.add(TEAM, position, event));
        compare(events, events.lastKey() + 1, "after a crash");
    }

    private static AssistanceRecorded help(int number, LocalDate day) {
        return new AssistanceRecorded(
                new AssistanceId("a-" + number),
                TEAM,
                Beneficiary.of(new HouseholdId("h-" + number % 50), new UnitId("hamlet")),
                List.of(),
                new AssistanceContent(
                        List.of(new ServiceCode("vneid")), Channel.ZALO, Mode.DEMONSTRATED, VietnamTime.start(day)),
                List.of(ServiceCategory.VNEID),
                null,
                null);
    }

    private static AssistanceFlaggedLate late(int number, LocalDate day) {
        AssistanceRecorded help = help(number, day);
        return new AssistanceFlaggedLate(help.assistance(), TEAM, help.beneficiary(), day, 8);
    }

    /** A record costs as much as those before: one part is read and written, not all that the team did on that day. */
    @Test
    void addARecordForTheSameHoweverManyTheTeamHas() {
        LocalDate day = LocalDate.of(2026, 11, 26);
        List<Integer> costs = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            figures.add(TEAM, 2L * number, help(number, day));
            figures.add(TEAM, 2L * number + 1, late(number, day));
            if (number % (MANY / 4) == MANY / 4 - 1) {
                costs.add((parts.entries + parts.written) / (MANY / 4));
                parts.entries = 0;
                parts.written = 0;
            }
        }
        assertThat(costs.getLast()).isLessThan(500);
        assertThat(costs.getLast()).isLessThan(costs.getFirst() * 5 / 4);
        Indicators derived = figures.derive(
                Indicators.VERSION, TEAM, new Quarter(2026, 4), QuarterCalendar.CALENDAR, Long.MAX_VALUE);
        assertThat(derived.figures()).contains(new Figure("H05", MANY));
    }

    /** The same of what stands, and of a look at what was known of it before, as for a correction. */
    @Test
    void addAnAssignmentForTheSameHoweverManyTheTeamHas() {
        List<Integer> costs = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            HouseholdId household = new HouseholdId("h-" + number);
            Responsible member = new Responsible(TEAM, new MemberId("lan"));
            DomainEvent assigned =
                    new HouseholdAssigned(household, new UnitId("hamlet"), member, LocalDate.of(2026, 1, 5));
            figures.add(TEAM, number, assigned);
            assertThat(figures.of(TEAM, assigned, number)).isEmpty();
            assertThat(figures.of(TEAM, assigned, number + 1L))
                    .extracting(CountedEvent::event)
                    .containsExactly(assigned);
            if (number % (MANY / 4) == MANY / 4 - 1) {
                costs.add((parts.entries + parts.written) / (MANY / 4));
                parts.entries = 0;
                parts.written = 0;
            }
        }
        assertThat(costs.getLast()).isLessThan(500);
        assertThat(costs.getLast()).isLessThan(costs.getFirst() * 5 / 4);
    }

    /** However long the team has been there, a quarter costs two reads and its own records. */
    @Test
    void readTheQuartersOwnRecordsOnly() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 5 * 365; day++) {
            figures.add(TEAM, 3L * day, help(day, first.plusDays(day)));
        }
        parts.reads = 0;
        parts.entries = 0;
        Indicators derived =
                figures.derive(2, TEAM, new Quarter(2027, 2), QuarterCalendar.ADMINISTRATIVE, Long.MAX_VALUE);
        assertThat(derived.figures()).contains(new Figure("H05", 92));
        assertThat(parts.reads).isEqualTo(2);
        assertThat(parts.entries).isEqualTo(23 + 30 + 31 + 16);
    }

    private static Entered entered(String event) {
        return new Entered(event, 1, Instant.EPOCH, "lan", "phone", 40);
    }

    /** A record has with each event how that was entered, in each quarter of which it ever was. Help of others is not there. */
    @Test
    void haveTheTeamsOwnHelpWithHowItWasEntered() {
        AssistanceRecorded help = help(1, LocalDate.of(2026, 3, 31));
        AssistanceRecorded later = help(1, LocalDate.of(2026, 4, 1));
        figures.add(TEAM, 1, help, entered("recorded"));
        figures.add(TEAM, 2, late(1, LocalDate.of(2026, 3, 31)), entered("flagged"));
        figures.add(
                TEAM,
                3,
                new AssistanceCorrected(
                        help.assistance(), TEAM, help.beneficiary(), null, later.content(), help.categories(), null),
                entered("corrected"));
        figures.add(
                TEAM,
                4,
                new AssistanceRecorded(
                        new AssistanceId("joint"),
                        new TeamId("other"),
                        help.beneficiary(),
                        List.of(new CreditShare(new MemberId("m"), 100, TEAM)),
                        help.content(),
                        help.categories(),
                        null,
                        null),
                entered("joint"));
        for (Quarter quarter : List.of(new Quarter(2026, 1), new Quarter(2026, 2))) {
            Map<AssistanceId, List<CountedEvent>> known = figures.help(TEAM, QuarterCalendar.CALENDAR.days(quarter));
            assertThat(known.keySet()).containsExactly(help.assistance());
            assertThat(known.get(help.assistance()))
                    .extracting(CountedEvent::entered)
                    .containsExactly(entered("recorded"), entered("corrected"));
        }
    }
}
