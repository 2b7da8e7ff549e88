package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Dashboards against counting by hand, at random commits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class DashboardIT {

    private static final long SEED = QuerySideFixture.Year.SEED;
    private static final int COMMITS = Boolean.getBoolean("soto.long") ? 25 : 5;

    private final Sample sample = QuerySideFixture.Year.SAMPLE;
    private final QuerySideFixture side = QuerySideFixture.Year.SIDE;
    private final Json json = new Json(side.http());

    /** The records known at each commit asked about, read from the ledger once. */
    private final Map<Long, Map<AssistanceId, Help>> known = new HashMap<>();

    private final Map<Long, Map<HouseholdId, HouseholdId>> survivors = new HashMap<>();

    @Test
    void equalsCountingByHandAtEveryCommitAskedAbout() {
        long tail = sample.scribe.ledger.tail().number();
        side.upTo(tail);
        Random random = new Random(SEED);
        for (int i = 0; i < COMMITS; i++) {
            long asOf = 5 + random.nextLong(tail - 4);
            for (String quarter : List.of("2026-Q2", "2026-Q3", "2026-Q4")) {
                for (String unit : List.of("p", "c0", "c1", "c2-r1")) {
                    if (exists(unit, asOf)) {
                        compare(unit, quarter, asOf);
                    }
                }
            }
        }
    }

    private boolean exists(String unit, long asOf) {
        return json.status("/api/units/" + unit + "?asOf=" + asOf) == 200;
    }

    private void compare(String unit, String quarter, long asOf) {
        String uri = "/api/dashboards/" + unit + "?quarter=" + quarter + "&asOf=" + asOf;
        Map<String, Object> total = Json.map(json.answer(uri).get("total"));
        Map<String, Long> byHand = count(unit, quarter, asOf);
        assertThat(flat(total)).as("seed %s %s", SEED, uri).containsAllEntriesOf(byHand);
        Map<String, Long> sum = new HashMap<>();
        List<?> children = (List<?>) json.answer(uri).getOrDefault("children", List.of());
        children.forEach(child -> flat(Json.map(child)).forEach((key, value) -> sum.merge(key, value, Long::sum)));
        if (!children.isEmpty()) {
            byHand.forEach((key, value) -> {
                if (key.equals("households") || key.equals("businesses")) {
                    assertThat(sum.get(key)).as(uri + " " + key).isGreaterThanOrEqualTo(value);
                } else {
                    assertThat(sum).as(uri).containsEntry(key, value);
                }
            });
        }
    }

    private static Map<String, Long> flat(Map<String, Object> figures) {
        Map<String, Long> flat = new HashMap<>();
        figures.forEach((key, value) -> {
            if (value instanceof Number number) {
                flat.put(key, number.longValue());
            } else if (value instanceof Map<?, ?> counts) {
                counts.forEach((name, count) -> flat.put(key + "." + name, ((Number) count).longValue()));
            }
        });
        return flat;
    }

    /**
     * @param outcome as last stated or found by a follow-up
     * @param late    and {@code found}: as last flagged and called back
     */
    private record Help(
            AssistanceStated stated,
            AssistanceOutcome outcome,
            boolean late,
            @Nullable Verification found) {

        LocalDate day() {
            return VietnamTime.day(stated.content().occurredAt());
        }
    }

    private Map<String, Long> count(String unit, String quarter, long asOf) {
        Map<String, Long> counts = new HashMap<>(Map.of("assistances", 0L, "households", 0L, "late", 0L));
        Set<Object> households = new HashSet<>();
        Set<Object> businesses = new HashSet<>();
        known.computeIfAbsent(asOf, this::records).values().stream()
                .filter(help -> in(unit, help.stated().beneficiary().unit().value()))
                .filter(help -> QuarterCalendar.CALENDAR
                        .of(help.stated().content().occurredAt())
                        .toString()
                        .equals(quarter))
                .forEach(help -> {
                    AssistanceContent content = help.stated().content();
                    Stream.ofNullable(help.stated().beneficiary().household())
                            .map(household -> survivors(asOf).getOrDefault(household, household))
                            .forEach(households::add);
                    Stream.ofNullable(help.stated().beneficiary().business()).forEach(businesses::add);
                    Stream.of(
                                    Stream.of(
                                            "assistances",
                                            "byChannel." + content.channel(),
                                            "byMode." + content.mode(),
                                            "byOutcome." + help.outcome(),
                                            "byBeneficiary."
                                                    + help.stated()
                                                            .beneficiary()
                                                            .kind()),
                                    Stream.of("late").filter(late -> help.late()),
                                    Stream.ofNullable(help.found()).map(found -> "byVerification." + found),
                                    help.stated().categories().stream().map(category -> "byService." + category),
                                    content.services().stream().map(code -> "byCode." + code))
                            .flatMap(each -> each)
                            .forEach(figure -> counts.merge(figure, 1L, Long::sum));
                });
        counts.put("households", (long) households.size());
        counts.put("businesses", (long) businesses.size());
        return counts;
    }

    private Map<AssistanceId, Help> records(long asOf) {
        Map<AssistanceId, Help> records = new LinkedHashMap<>();
        for (Commit commit : sample.scribe.ledger.commits(1, (int) asOf)) {
            for (RecordedEvent event : commit.events()) {
                switch (sample.scribe.codec.decode(event.type(), event.payload())) {
                    case AssistanceRecorded recorded ->
                        records.put(
                                recorded.assistance(),
                                new Help(recorded, recorded.content().outcome(), false, null));
                    case AssistanceCorrected corrected ->
                        records.computeIfPresent(corrected.assistance(), (id, help) -> {
                            AssistanceOutcome stated = corrected.content().outcome();
                            boolean sameOutcome =
                                    stated == help.stated().content().outcome();
                            Help right = new Help(
                                    corrected, sameOutcome ? help.outcome() : stated, help.late(), help.found());
                            return new Help(
                                    corrected,
                                    right.outcome(),
                                    help.late() && right.day().equals(help.day()),
                                    help.found());
                        });
                    case AssistanceFlaggedLate late ->
                        records.computeIfPresent(
                                late.assistance(),
                                (id, help) -> new Help(help.stated(), help.outcome(), true, help.found()));
                    case AssistanceVerified call ->
                        records.computeIfPresent(
                                call.assistance(),
                                (id, help) -> new Help(help.stated(), help.outcome(), help.late(), call.result()));
                    case AssistanceFollowedUp followed ->
                        records.computeIfPresent(
                                followed.assistance(),
                                (id, help) -> new Help(help.stated(), followed.outcome(), help.late(), help.found()));
                    case AssistanceVoided voided -> records.remove(voided.assistance());
                    default -> {}
                }
            }
        }
        return records;
    }

    private Map<HouseholdId, HouseholdId> survivors(long asOf) {
        return survivors.computeIfAbsent(asOf, commit -> {
            Map<HouseholdId, HouseholdId> merged = new HashMap<>();
            for (Commit each : sample.scribe.ledger.commits(1, (int) asOf)) {
                each.events().forEach(event -> {
                    DomainEvent said = sample.scribe.codec.decode(event.type(), event.payload());
                    if (said instanceof HouseholdMerged duplicate) {
                        merged.put(duplicate.household(), duplicate.survivor());
                    } else if (said instanceof HouseholdSeparated separated) {
                        merged.remove(separated.household());
                    }
                });
            }
            return merged;
        });
    }

    private static boolean in(String unit, String residential) {
        return unit.equals("p") || residential.equals(unit) || residential.startsWith(unit + "-");
    }

    @Test
    void countsTeamsAndMembersOfTheQuartersLastDayOrToday() {
        long formed = sample.founded;
        side.upTo(formed);
        Map<String, Object> total = Json.map(
                json.answer("/api/dashboards/p?quarter=2026-Q3&asOf=" + formed).get("total"));
        assertThat(total)
                .containsEntry("teams", 10)
                .containsEntry("members", 30)
                .containsEntry("leaderless", 0);
        Map<String, Object> before = Json.map(
                json.answer("/api/dashboards/p?quarter=2025-Q4&asOf=" + formed).get("total"));
        assertThat(before).containsEntry("teams", 0).containsEntry("members", 0).containsEntry("leaderless", 0);
    }

    /** Sample's days are 10 January for teams, else from May to November; its clock stands at the beginning of July. */
    @Test
    void countsFlagsOfTheDayItCountsTeamsOn() {
        Sample one = new Sample(1, 0);
        TeamId team = one.teams.getFirst();
        MemberId gone = new MemberId("m-1");
        LocalDate day = LocalDate.of(2026, 7, 1);
        one.scribe.write(
                new TeamFlaggedLeaderless(team, gone, day), new TeamFlaggedUnderstaffed(team, 2, 3, day.plusDays(9)));
        long last = one.scribe
                .write(new MemberEnrolled(team, new MemberId("m-new"), MemberOrigin.TEACHER, day.plusDays(9)))
                .number();
        try (QuerySideFixture other = QuerySideFixture.inMemory(one.scribe)) {
            Json asked = new Json(other.upTo(last).http());
            assertThat(Json.map(asked.answer("/api/dashboards/c0-r0?quarter=2026-Q2")
                            .get("total")))
                    .containsEntry("teams", 2)
                    .containsEntry("members", 6)
                    .containsEntry("leaderless", 0)
                    .containsEntry("understaffed", 0);
            assertThat(asked.answer("/api/dashboards/c0-r0?quarter=2026-Q3")).containsEntry("staffOn", "2026-07-01");
            assertThat(Json.map(asked.answer("/api/dashboards/c0-r0?quarter=2026-Q3")
                            .get("total")))
                    .containsEntry("members", 6)
                    .containsEntry("leaderless", 1)
                    .containsEntry("understaffed", 0);
            one.scribe.clock.set(Instant.parse("2026-08-01T00:00:00Z"));
            assertThat(Json.map(asked.answer("/api/dashboards/c0-r0?quarter=2026-Q3")
                            .get("total")))
                    .containsEntry("members", 7)
                    .containsEntry("understaffed", 1);
            assertThat(asked.answer("/api/dashboards/c0-r0?quarter=2026-Q3&asOf=" + last))
                    .containsEntry("staffOn", "2026-07-01");
        }
    }
}
