package vn.soto.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.StoredEvent;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PublicWork;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Requests and their queues against the ledger read from end to end, at random commits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class RequestIT {

    private static final long SEED = 23;
    private static final int STEPS = Boolean.getBoolean("soto.long") ? 3_000 : 200;

    private final Sample sample = new Sample(SEED, STEPS, true);

    @AutoClose
    private final QuerySideFixture side = new QuerySideFixture(
            sample.scribe.ledger,
            sample.scribe.codec,
            sample.scribe.clock,
            Map.of("soto.query.page-limit", 40),
            ReadModelStore.inMemory());

    private final Json json = new Json(side.http());
    private final long tail = sample.scribe.ledger.tail().number();

    @BeforeAll
    void fold() {
        side.upTo(tail);
    }

    /** A request as a clerk would have it on a card. */
    private record Card(
            UnitId unit,
            LocalDate dueOn,
            boolean open,
            @Nullable TeamId team) {

        boolean waits() {
            return open && team == null;
        }

        boolean isWith(TeamId asked) {
            return open && asked.equals(team);
        }
    }

    @Test
    void queuesHoldWhatACardIndexHoldsAtEveryCommitAskedAbout() {
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            long asOf = i == 0 ? tail : tail / 5 + random.nextLong(tail - tail / 5);
            LocalDate on = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(60));
            LocalDate last = on.isBefore(day(asOf)) ? on : LocalDate.MAX;
            SequencedMap<String, Card> cards = cards(asOf, last);
            UnitId unit = i % 2 == 0 ? sample.residential.getFirst() : sample.residential.get(random.nextInt(9));
            String ofUnit = "/api/units/" + unit + "/requests?asOf=" + asOf + "&on=" + on;
            Predicate<Card> openHere = card -> card.open && card.unit.equals(unit);

            assertThat(all(ofUnit)).as(ofUnit).isEqualTo(matching(cards, openHere));
            assertThat(all(ofUnit + "&state=overdue"))
                    .as(ofUnit)
                    .isEqualTo(matching(cards, openHere.and(card -> on.isAfter(card.dueOn))));
            assertThat(all("/api/units/p/requests?asOf=" + asOf))
                    .isEqualTo(matching(cards(asOf, LocalDate.MAX), card -> card.open));
            assertThat(all(ofUnit + "&state=closed")).as(ofUnit).isEqualTo(closed(asOf, last, unit::equals));
            assertThat(all("/api/units/p/requests?state=closed&asOf=" + asOf))
                    .isEqualTo(closed(asOf, LocalDate.MAX, any -> true));

            TeamId team = sample.teams.get(random.nextInt(sample.teams.size()));
            Set<String> covered = covered(team, on, asOf);
            String ofTeam = "/api/teams/" + team + "/requests?asOf=" + asOf + "&on=" + on;
            Predicate<Card> forTeam =
                    card -> card.isWith(team) || (card.waits() && covered.contains(card.unit.value()));
            assertThat(all(ofTeam)).as(ofTeam).isEqualTo(matching(cards, forTeam));
            assertThat(all(ofTeam + "&state=overdue"))
                    .as(ofTeam)
                    .isEqualTo(matching(cards, forTeam.and(card -> on.isAfter(card.dueOn))));
            assertThat(all(ofTeam + "&state=all")).as(ofTeam).isEqualTo(takings(team, asOf, last));
        }
    }

    /** The day of a commit; some steps of the sample are dated later, which no command would do. */
    private LocalDate day(long commit) {
        return VietnamTime.day(sample.scribe.ledger.commit(commit).orElseThrow().at());
    }

    private Set<String> covered(TeamId team, LocalDate on, long asOf) {
        Set<String> units = new HashSet<>();
        List<?> coverage =
                (List<?>) Objects.requireNonNull(json.answer("/api/teams/" + team + "?on=" + on + "&asOf=" + asOf)
                        .get("coverage"));
        coverage.forEach(unit -> units.add(unit.toString()));
        return units;
    }

    /** Newest first. */
    private static List<String> matching(SequencedMap<String, Card> cards, Predicate<Card> predicate) {
        return cards.entrySet().stream()
                .filter(entry -> predicate.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .reversed();
    }

    private List<SupportRequestEvent> events(long asOf, LocalDate last) {
        List<SupportRequestEvent> events = new ArrayList<>();
        for (StoredEvent stored : sample.scribe.ledger.events(0, Integer.MAX_VALUE)) {
            if (stored.commit() <= asOf
                    && sample.scribe.decode(stored) instanceof SupportRequestEvent event
                    && !LocalDate.from(((Dated) event).happenedOn()).isAfter(last)) {
                events.add(event);
            }
        }
        return events;
    }

    private SequencedMap<String, Card> cards(long asOf, LocalDate last) {
        SequencedMap<String, Card> cards = new LinkedHashMap<>();
        for (SupportRequestEvent event : events(asOf, last)) {
            String id = event.request().value();
            Card now = cards.get(id);
            LocalDate due = now == null ? LocalDate.MIN : now.dueOn;
            switch (event) {
                case SupportRequestReceived received ->
                    cards.put(id, new Card(event.unit(), received.dueOn(), true, null));
                case SupportRequestTaken taken -> cards.put(id, new Card(event.unit(), due, true, taken.team()));
                case SupportRequestReleased released -> cards.put(id, new Card(event.unit(), due, true, null));
                case SupportRequestReopened reopened ->
                    cards.put(id, new Card(event.unit(), reopened.dueOn(), true, null));
                case SupportRequestResolved resolved -> cards.put(id, new Card(event.unit(), due, false, null));
                case SupportRequestDeclined declined -> cards.put(id, new Card(event.unit(), due, false, null));
                case SupportRequestFlaggedLate late -> {}
            }
        }
        return cards;
    }

    @Test
    void aClosedRequestIsFoundInItsUnitWithTheDayOnWhichItWasClosed() {
        Map<String, Object> page = json.answer("/api/units/p/requests?state=closed&limit=1");
        Map<String, Object> line = Json.map(((List<?>) Objects.requireNonNull(page.get("requests"))).getFirst());

        assertThat(line).containsKey("closedOn").containsEntry("overdue", false);
        assertThat(json.answer("/api/requests/" + line.get("request"))).containsEntry("state", line.get("state"));
    }

    /** Closed last first. */
    private List<String> closed(long asOf, LocalDate last, Predicate<UnitId> where) {
        SequencedMap<String, UnitId> closed = new LinkedHashMap<>();
        for (SupportRequestEvent event : events(asOf, last)) {
            String id = event.request().value();
            switch (event) {
                case SupportRequestResolved resolved -> closed.putLast(id, event.unit());
                case SupportRequestDeclined declined -> closed.putLast(id, event.unit());
                case SupportRequestReopened reopened -> closed.remove(id);
                default -> {}
            }
        }
        return closed.entrySet().stream()
                .filter(entry -> where.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .reversed();
    }

    private List<String> takings(TeamId team, long asOf, LocalDate last) {
        return events(asOf, last).stream()
                .filter(event -> event instanceof SupportRequestTaken taken
                        && taken.team().equals(team))
                .map(event -> event.request().value())
                .toList()
                .reversed();
    }

    /** Every page, seven to a page. */
    private List<String> all(String uri) {
        List<String> requests = new ArrayList<>();
        Object next = null;
        do {
            Map<String, Object> page = json.answer(uri + "&limit=7" + (next == null ? "" : "&before=" + next));
            List<?> lines = (List<?>) Objects.requireNonNull(page.get("requests"));
            lines.forEach(line -> requests.add(
                    Objects.requireNonNull(Json.map(line).get("request")).toString()));
            next = page.get("next");
            Object total = page.get("total");
            assertThat(total == null || next != null || total.equals(requests.size()))
                    .as(uri)
                    .isTrue();
        } while (next != null);
        return requests;
    }

    @Test
    void aRequestIsShownWithItsStepsAndWithoutWhatIsSealed() {
        Map<String, Long> commits = new HashMap<>();
        for (StoredEvent stored : sample.scribe.ledger.events(0, Integer.MAX_VALUE)) {
            if (sample.scribe.decode(stored) instanceof SupportRequestFlaggedLate late) {
                commits.putIfAbsent(late.request().value(), stored.commit());
            }
        }
        String late = commits.keySet().stream().sorted().findFirst().orElseThrow();
        long commit = commits.getOrDefault(late, 0L);
        Map<String, Object> resolved = json.answer("/api/requests/" + late + "?asOf=" + commit);

        assertThat(resolved)
                .containsEntry("state", "RESOLVED")
                .containsEntry("overdue", false)
                .containsEntry("phone", "[đã giữ kín]")
                .doesNotContainKey("note");
        assertThat(resolved.toString()).doesNotContain(PublicWork.SEALED.text());
        List<?> steps = (List<?>) Objects.requireNonNull(resolved.get("steps"));
        assertThat(Json.map(steps.getLast())).containsEntry("late", true).containsEntry("commit", (int) commit);
        assertThat(Json.map(steps.getFirst())).containsEntry("state", "WAITING");
        assertThat(steps)
                .as("RESOLVED stands once")
                .filteredOn(step -> "RESOLVED".equals(Json.map(step).get("state")))
                .hasSize(1);

        String before = "/api/requests/" + late + "?asOf=" + (commit - 1) + "&on=";
        LocalDate due = LocalDate.parse(Objects.toString(resolved.get("dueOn")));
        assertThat(json.answer(before + due)).containsEntry("overdue", false).containsEntry("state", "TAKEN");
        assertThat(json.answer(before + due.plusDays(1))).containsEntry("overdue", true);
    }

    @Test
    void withoutADayTodayOrTheDayOfTheCommitAskedAboutCounts() {
        assertThat(json.answer("/api/units/p/requests")).containsEntry("on", today().toString());
        assertThat(json.answer("/api/units/p/requests?asOf=1")).containsEntry("on", "2026-07-01");
    }

    private LocalDate today() {
        return VietnamTime.day(sample.scribe.clock.instant());
    }

    @Test
    void refusesWhatIsNoQuestion() {
        String team = sample.teams.getFirst().value();
        assertThat(json.status("/api/requests/nothing")).isEqualTo(404);
        assertThat(json.status("/api/units/nowhere/requests")).isEqualTo(404);
        assertThat(json.status("/api/teams/nobody/requests")).isEqualTo(404);
        for (String uri : List.of(
                "/api/units/p/requests?state=all",
                "/api/teams/" + team + "/requests?state=closed",
                "/api/teams/" + team + "/requests?on=tomorrow",
                "/api/teams/" + team + "/requests?limit=41")) {
            assertThat(json.status(uri)).as(uri).isEqualTo(400);
        }
    }
}
