package vn.soto.query.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.shared.Correcting;
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
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);
    private final Json json = new Json(side.http());

    @AfterAll
    void close() {
        side.close();
    }

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
        assertThat(english).containsEntry("sentence", "Renamed the team to “Tổ Sông” by 12/QĐ-UBND from 2026-01-10");
    }

    @Test
    void everyEventOfARandomHistoryIsAnsweredWithASentence() {
        Random random = new Random(SEED);
        List<StoredEvent> all = sample.scribe.ledger.commits(1, (int) tail).stream()
                .flatMap(commit -> commit.stored().stream())
                .toList();
        for (int i = 0; i < 150; i++) {
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
        sample.scribe
                .ledger
                .commits(1, (int) tail)
                .forEach(commit -> commit.stored().forEach(stored -> {
                    if (commit.corrects() != null || sample.scribe.decode(stored) instanceof Correcting) {
                        positions.add(stored.position());
                    }
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
        Map<String, Object> linked = made.stream()
                .filter(each -> each.containsKey("corrects"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> corrected = Json.map(linked.get("corrects"));
        Map<String, Object> fact = json.answer("/api/events/" + corrected.get("position"));
        assertThat((List<?>) fact.get("correctedBy"))
                .extracting(by -> Json.map(by).get("position"))
                .contains(linked.get("position"));
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
}
