package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/** Random valid and invalid drafts, compared with a reference model made of lists. */
interface ModelRules extends LedgerUnderTest {

    @Test
    default void behavesLikeAPlainModel() {
        Model model = new Model();
        model.add(append(one("first", "a0", 0)));
        Seeds.each(Boolean.getBoolean("soto.long") ? 4 : 2, seed -> {
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                clock().advance(Duration.ofMillis(random.nextInt(20)));
                step(seed + " " + i, random, model);
                if (random.nextInt(40) == 0) {
                    reopen();
                }
            }
            compare(random, model);
        });
    }

    private void step(String name, Random random, Model model) {
        Drafts draft = model.next(name, random);
        switch (random.nextInt(10)) {
            case 0 -> refused(draft.guard("guarded", 0).build(), LedgerException.Conflict.class);
            case 1 -> refused(draft.event("late", 1 + random.nextInt(2)).build(), LedgerException.Conflict.class);
            case 2 -> refused(draft.by(model.commits.getFirst().origin()).build(), LedgerException.Repeated.class);
            case 3 -> model.add(append(draft.guard("guarded", -1).build()));
            default -> model.add(append(draft.build()));
        }
    }

    private void refused(Draft draft, Class<? extends LedgerException> consequence) {
        Tail before = reader().tail();
        assertThatExceptionOfType(consequence).isThrownBy(() -> append(draft));
        assertThat(reader().tail()).isEqualTo(before);
    }

    private void compare(Random random, Model model) {
        assertThat(all()).isEqualTo(model.commits);
        assertThat(reader().events(0, Integer.MAX_VALUE)).isEqualTo(model.events);
        model.streams.forEach((id, stream) -> {
            assertThat(reader().aggregate(id, 0, Integer.MAX_VALUE)).isEqualTo(stream);
            assertThat(reader().head(id)).hasValue(stream.size() - 1);
        });
        for (int i = 0; i < 50; i++) {
            Instant timestamp = Drafts.EVENT_TIME.plusMillis(random.nextInt(1_000));
            assertThat(reader().firstPositionSince(timestamp)).isEqualTo(model.since(timestamp));
            Instant at = model.commits.getFirst().at().plusMillis(random.nextInt(2_000));
            assertThat(reader().numberAsOf(at)).isEqualTo(model.asOf(at));
            int from = random.nextInt(model.events.size());
            int limit = random.nextInt(30);
            assertThat(reader().events(from, limit))
                    .isEqualTo(model.events.subList(from, Math.min(model.events.size(), from + limit)));
        }
    }

    /** The expected content of the ledger. */
    final class Model {

        private final List<Commit> commits = new ArrayList<>();
        private final List<StoredEvent> events = new ArrayList<>();
        private final Map<String, List<StoredEvent>> streams = new TreeMap<>();

        /** One to three events of an aggregate, mixed with others whose timestamps are in no order. */
        Drafts next(String name, Random random) {
            Drafts draft = draft(name);
            String aggregate = "a" + random.nextInt(6);
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                draft.event(aggregate, size(aggregate) + i);
                if (random.nextInt(3) == 0) {
                    draft.event(null, Drafts.EVENT_TIME.plusMillis(random.nextInt(1_000)), new byte[i]);
                }
            }
            return draft;
        }

        void add(Commit commit) {
            commits.add(commit);
            for (RecordedEvent event : commit.events()) {
                StoredEvent stored = new StoredEvent(events.size(), commits.size(), event);
                events.add(stored);
                StreamPosition slot = event.aggregate();
                if (slot != null) {
                    streams.computeIfAbsent(slot.id(), id -> new ArrayList<>()).add(stored);
                }
            }
        }

        int size(String aggregate) {
            return streams.getOrDefault(aggregate, List.of()).size();
        }

        long since(Instant timestamp) {
            return events.stream()
                    .takeWhile(stored -> stored.event().timestamp().isBefore(timestamp))
                    .count();
        }

        long asOf(Instant instant) {
            return commits.stream()
                    .filter(commit -> !commit.at().isAfter(instant))
                    .count();
        }
    }
}
