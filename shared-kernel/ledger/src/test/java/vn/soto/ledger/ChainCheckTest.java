package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ledgers with a right chain that break another rule, checked over a reader of stored commits. */
final class ChainCheckTest {

    private static final int AGGREGATES = 3_000;
    private static final SortedMap<String, String> NONE = Collections.unmodifiableSortedMap(new TreeMap<>());

    private final Random random = new Random(3);

    @Test
    void acceptsManyAggregatesWhoseEventsInterleave() {
        List<Draft> drafts = new ArrayList<>();
        long[] next = new long[AGGREGATES];
        for (int i = 0; i < 5 * AGGREGATES; i++) {
            int aggregate = random.nextInt(AGGREGATES);
            drafts.add(draft(uuid(), uuid(), event("e" + i, "a" + aggregate, next[aggregate]++)));
        }
        Stored stored = new Stored(Ledgers.chained(drafts));

        assertThat(check(stored).number()).isEqualTo(5L * AGGREGATES);
        assertThat(stored.aggregateReads).isZero();
    }

    @Test
    void refusesASequenceThatIsSkippedRepeatedOrNegative() {
        for (List<Long> sequences :
                List.of(List.of(1L), List.of(0L, 2L), List.of(0L, 0L), List.of(0L, 1L, 1L), List.of(-1L))) {
            List<Draft> drafts = IntStream.range(0, sequences.size())
                    .mapToObj(i -> draft(uuid(), uuid(), event("e" + i, "a", sequences.get(i))))
                    .toList();
            refused(drafts, "commit " + sequences.size() + " does not continue");
        }
    }

    @Test
    void refusesAnIdThatStandsTwice() {
        UUID id = uuid();
        refused(
                List.of(draft(id, uuid(), event("e", "a", 0)), draft(id, uuid(), event("f", "a", 1))),
                "commit 2 repeats");
        refused(
                List.of(draft(uuid(), id, event("e", "a", 0)), draft(uuid(), id, event("f", "a", 1))),
                "commit 2 repeats");
        refused(
                List.of(draft(uuid(), uuid(), event("e", "a", 0)), draft(uuid(), uuid(), event("e", "a", 1))),
                "commit 2 repeats");
        assertThat(check(new Stored(Ledgers.chained(List.of(draft(id, id, event(id.toString(), "a", 0))))))
                        .number())
                .as("ids of different things do not meet")
                .isEqualTo(1);
    }

    @Test
    void refusesACommitThatIsTooLarge() {
        RecordedEvent[] events = IntStream.rangeClosed(0, Limits.MAX_EVENTS)
                .mapToObj(i -> event("e" + i, "a", i))
                .toArray(RecordedEvent[]::new);
        refused(List.of(draft(uuid(), uuid(), events)), "commit 1 is too large");
    }

    private static void refused(List<Draft> drafts, String complaint) {
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> check(new Stored(Ledgers.chained(drafts))))
                .withMessageContaining(complaint);
    }

    private static Tail check(LedgerReader reader) {
        return ChainCheck.of(reader, "here", List.of(), tail -> {});
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static RecordedEvent event(String id, String aggregate, long sequence) {
        return new RecordedEvent(
                id,
                Instant.EPOCH,
                new EventType("t", null),
                new StreamPosition("A", aggregate, sequence),
                NONE,
                List.of(),
                new Payload("json", new byte[0]));
    }

    private static Draft draft(UUID commit, UUID command, RecordedEvent... events) {
        Origin origin = new Origin.Command(command, "n", Hash.sha256());
        return new Draft(commit, origin, "a", null, null, "r", "c", List.of(events), List.of());
    }

    /** Commits as a store would answer them. */
    private static final class Stored implements LedgerReader {

        private final List<Commit> commits;
        private int aggregateReads;

        Stored(List<Commit> commits) {
            this.commits = commits;
        }

        @Override
        public String origin() {
            return Ledgers.ORIGIN;
        }

        @Override
        public Tail tail() {
            return commits.getLast().tail();
        }

        @Override
        public List<Commit> commits(long number, int limit) {
            return commits.stream().skip(number - 1).limit(limit).toList();
        }

        @Override
        public List<StoredEvent> aggregate(String id, long sequence, int limit) {
            aggregateReads++;
            return commits.stream()
                    .flatMap(commit -> IntStream.range(0, commit.events().size())
                            .mapToObj(i -> new StoredEvent(
                                    commit.first() + i,
                                    commit.number(),
                                    commit.events().get(i))))
                    .filter(stored -> {
                        StreamPosition at = stored.event().aggregate();
                        return at != null && at.id().equals(id) && at.sequence() >= sequence;
                    })
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Commit> commitAtPosition(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Commit> commitOfCommand(UUID command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> events(long position, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong head(String aggregate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long numberAsOf(Instant instant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long firstPositionSince(Instant timestamp) {
            throw new UnsupportedOperationException();
        }
    }
}
