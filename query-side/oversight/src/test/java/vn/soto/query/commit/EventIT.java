package vn.soto.query.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Single events, and the register of those that correct others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EventIT {

    private static final long SEED = 41;

    private final Sample sample = new Sample(SEED, 500, true);
    private final Commit renamed = sample.scribe.write(
            "lan",
            "theo quyết định",
            null,
            new TeamRenamed(sample.teams.getFirst(), "Tổ Sông", Sample.DECISION, Sample.DAY));
    private final long tail = renamed.number();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);

    private final Json json = new Json(side.http());

    @Test
    void anEventSaysWhatWhoWhyAndWhatProvesIt() {
        Map<String, Object> event = json.answer("/api/events/" + renamed.first());
        assertThat(event)
                .containsEntry("position", (int) renamed.first())
                .containsEntry("commit", (int) tail)
                .containsEntry("chain", renamed.chain().toString())
                .containsEntry("name", "team.renamed.v1")
                .containsEntry("title", "đổi tên tổ")
                .containsEntry("sentence", "Đổi tên tổ thành “Tổ Sông” theo văn bản 12/QĐ-UBND từ 10/01/2026")
                .containsEntry("who", "lan")
                .containsEntry("why", "theo quyết định")
                .containsEntry("commandId", renamed.id().toString())
                .containsEntry("aggregate", sample.teams.getFirst().value());
        assertThat((List<?>) event.get("fields"))
                .extracting(field ->
                        Json.map(field).get("field") + "=" + Json.map(field).get("value"))
                .contains("name=Tổ Sông", "instrument.number=12/QĐ-UBND", "effectiveFrom=2026-01-10");
        Map<String, Object> english = Json.map(Objects.requireNonNull(
                        json.ask("/api/events/" + renamed.first(), "en").getResponseBody())
                .get("answer"));
        assertThat(english).containsEntry("sentence", "Renamed the team to “Tổ Sông” by 12/QĐ-UBND from 10/01/2026");
    }

    @Test
    void everyEventOfARandomHistoryIsAnsweredWithASentence() {
        Random random = new Random(SEED);
        List<StoredEvent> all = sample.scribe.ledger.commits(1, (int) tail).stream()
                .flatMap(commit -> commit.stored().stream())
                .toList();
        for (int i = 0; i < (Boolean.getBoolean("soto.long") ? 150 : 25); i++) {
            StoredEvent stored = all.get(random.nextInt(all.size()));
            Map<String, Object> event = json.answer("/api/events/" + stored.position());
            assertThat(event).containsEntry("event", stored.event().id());
            assertThat(Objects.toString(event.get("sentence")))
                    .as(Objects.toString(event.get("name")))
                    .isNotEqualTo("null")
                    .doesNotContain("{", "[", "–");
        }
    }

    @Test
    void anEventThatWasNotThereIsAbsent() {
        assertThat(json.status("/api/events/" + (renamed.first() + 1))).isEqualTo(404);
        assertThat(json.status("/api/events/" + renamed.first() + "?asOf=" + (tail - 1)))
                .isEqualTo(404);
        assertThat(json.status("/api/events/x")).isEqualTo(400);
    }

    private List<Long> correcting() {
        List<Long> positions = new ArrayList<>();
        Map<String, List<DomainEvent>> streams = new HashMap<>();
        sample.scribe
                .ledger
                .commits(1, (int) tail)
                .forEach(commit -> commit.stored().forEach(stored -> {
                    DomainEvent event = sample.scribe.decode(stored);
                    List<DomainEvent> earlier = streams.computeIfAbsent(
                            Objects.requireNonNull(stored.event().aggregate()).id(), id -> new ArrayList<>());
                    if (event instanceof Correcting of
                            && (!of.mayBeFirst() || earlier.stream().anyMatch(of::corrects))) {
                        positions.add(stored.position());
                    }
                    earlier.add(event);
                }));
        return positions.reversed();
    }

    private List<Map<String, Object>> made(String parameters) {
        List<Map<String, Object>> made = new ArrayList<>();
        Object next = Long.MAX_VALUE;
        while (next != null) {
            Map<String, Object> page = json.answer("/api/made-corrections?limit=9&before=" + next + parameters);
            ((List<?>) Objects.requireNonNull(page.get("corrections"))).forEach(each -> made.add(Json.map(each)));
            next = page.get("next");
        }
        return made;
    }

    @Test
    void theRegisterHasEveryCorrectionOnceTheLastFirst() {
        List<Map<String, Object>> made = made("");
        assertThat(made)
                .extracting(each -> ((Number) Objects.requireNonNull(each.get("position"))).longValue())
                .isEqualTo(correcting())
                .hasSizeGreaterThan(20);
        assertThat(made).allMatch(each -> each.get("sentence") != null && each.get("who") != null);
        assertThat(made.stream().filter(each -> each.containsKey("corrects")))
                .as("a fact names its corrections")
                .anyMatch(linked -> {
                    Map<String, Object> corrected = Json.map(linked.get("corrects"));
                    Map<String, Object> fact = json.answer("/api/events/" + corrected.get("position"));
                    return ((List<?>) Objects.requireNonNull(fact.get("correctedBy")))
                            .stream()
                                    .anyMatch(
                                            by -> Objects.equals(Json.map(by).get("position"), linked.get("position")));
                });
    }

    @Test
    void theRegisterIsNarrowedByUnitDayAndAccount() {
        List<Map<String, Object>> all = made("");
        assertThat(made("&unit=c0")).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(made("&unit=p")).hasSizeGreaterThan(made("&unit=c0").size());
        String who = Objects.toString(all.getFirst().get("who"));
        assertThat(made("&who=" + who))
                .isEqualTo(
                        all.stream().filter(each -> who.equals(each.get("who"))).toList());
        LocalDate day = VietnamTime.day(
                Instant.parse(Objects.toString(all.get(all.size() / 2).get("recorded"))));
        assertThat(made("&from=" + day + "&to=" + day))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(each -> VietnamTime.day(Instant.parse(Objects.toString(each.get("recorded"))))
                                .equals(day))
                        .toList());
        assertThat(json.status("/api/made-corrections?unit=zzz")).isEqualTo(404);
    }

    private List<Long> searched(String parameters) {
        List<Long> found = new ArrayList<>();
        Object next = Long.MAX_VALUE;
        while (next != null) {
            Map<String, Object> page = json.answer("/api/events?limit=17&before=" + next + parameters);
            ((List<?>) Objects.requireNonNull(page.get("events")))
                    .forEach(each -> found.add(
                            ((Number) Objects.requireNonNull(Json.map(each).get("position"))).longValue()));
            next = page.get("next");
        }
        return found;
    }

    private List<Long> scanned(long asOf, BiPredicate<Commit, StoredEvent> wanted) {
        return sample.scribe.ledger.commits(1, (int) asOf).stream()
                .flatMap(commit -> commit.stored().stream()
                        .filter(stored -> wanted.test(commit, stored))
                        .map(StoredEvent::position))
                .toList()
                .reversed();
    }

    /** Conditions that some event of the ledger fulfils, each by chance. */
    @Test
    void anAuditSearchFindsWhatAScanOfTheLedgerFinds() {
        Random random = new Random(SEED);
        for (int round = 0; round < (Boolean.getBoolean("soto.long") ? 12 : 3); round++) {
            Commit like = sample.scribe
                    .ledger
                    .commits(1 + random.nextInt((int) tail), 1)
                    .getFirst();
            StoredEvent one = like.stored().getFirst();
            String who = random.nextBoolean() ? like.actor() : "";
            String name = one.event().type().name().replaceFirst("\\.v\\d+$", "");
            String what = random.nextBoolean() ? "" : random.nextBoolean() ? name : name.replaceFirst("\\..*", "");
            String about = random.nextBoolean() || one.event().tags().isEmpty()
                    ? ""
                    : one.event().tags().getFirst();
            LocalDate day = VietnamTime.day(like.at());
            LocalDate from = random.nextBoolean() ? day : LocalDate.EPOCH;
            LocalDate to = random.nextInt(3) == 0 ? day : LocalDate.of(2100, 1, 1);
            long asOf = random.nextBoolean() ? tail : like.number() + random.nextInt(50);
            String asked = (who.isEmpty() ? "" : "&who=" + who)
                    + (what.isEmpty() ? "" : "&what=" + what)
                    + (about.isEmpty() ? "" : "&about=" + about)
                    + "&from=" + from + "&to=" + to + "&asOf=" + Math.min(asOf, tail);
            assertThat(searched(asked))
                    .as(asked)
                    .contains(one.position())
                    .isEqualTo(scanned(
                            Math.min(asOf, tail),
                            (commit, stored) -> (who.isEmpty() || commit.actor().equals(who))
                                    && (stored.event().type().name() + ".").startsWith(what.isEmpty() ? "" : what + ".")
                                    && (about.isEmpty()
                                            || stored.event().tags().contains(about)
                                            || Objects.requireNonNull(
                                                            stored.event().aggregate())
                                                    .id()
                                                    .equals(about))
                                    && !VietnamTime.day(commit.at()).isBefore(from)
                                    && !VietnamTime.day(commit.at()).isAfter(to)));
        }
    }

    @Test
    void reasonsAreFoundWithoutAccentsAndCorrectionsAlone() {
        assertThat(searched("&why=QUYET dinh")).containsExactly(renamed.first());
        assertThat(searched("&why=khong co")).isEmpty();
        assertThat(searched("&corrections=true")).isEqualTo(correcting());
        assertThat(searched("&unit=c0&corrections=true"))
                .isEqualTo(made("&unit=c0").stream()
                        .map(each -> ((Number) Objects.requireNonNull(each.get("position"))).longValue())
                        .toList());
        assertThat(json.status("/api/events?unit=zzz")).isEqualTo(404);
    }

    private List<Object> hits(String typed) {
        return ((List<?>) Objects.requireNonNull(
                        json.answer("/api/search?q=" + typed).get("hits")))
                .stream()
                        .map(hit ->
                                Json.map(hit).get("kind") + " " + Json.map(hit).get("id"))
                        .collect(Collectors.toList());
    }

    @Test
    void theSearchFindsCommitsByNumberHashAndCommand() {
        String hash = renamed.chain().toString();
        String commit = "commit " + tail;
        for (String typed :
                List.of(Long.toString(tail), tail + ":" + hash, hash, hash.substring(0, 9), hash.substring(0, 20))) {
            assertThat(hits(typed)).as(typed).contains(commit);
        }
        assertThat(hits(hash.substring(0, 20) + "0000")).doesNotContain(commit);
        assertThat(hits(Long.toString(tail + 1))).doesNotContain("commit " + (tail + 1));
        assertThat(hits(tail + "&asOf=" + (tail - 1))).doesNotContain(commit);
    }
}
