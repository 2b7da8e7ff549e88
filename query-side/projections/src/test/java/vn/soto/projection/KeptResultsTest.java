package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept result is like one made now, whatever was written in whichever order. */
final class KeptResultsTest {

    private static final DocumentType<Amounts> AMOUNTS = new DocumentType<>("amounts", Amounts.class);
    private static final DocumentType<Amounts> OTHERS = new DocumentType<>("others", Amounts.class);
    private static final int IDS = 12;

    /** @param byCommit amounts by the commit that said so */
    private record Amounts(String id, Map<Long, Long> byCommit) implements ReadModel {

        long asOf(long commit) {
            return byCommit.entrySet().stream()
                    .filter(each -> each.getKey() <= commit)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private final MemoryDocuments documents = new MemoryDocuments();
    private final KeptResults<Set<String>, Map<String, Long>> kept = new KeptResults<>(100, List.of(AMOUNTS, OTHERS));
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();

    private void put(DocumentType<Amounts> kind, String id, long amount, long commit, long upTo) {
        Map<Long, Long> all =
                new HashMap<>(documents.find(kind, id).map(Amounts::byCommit).orElse(Map.of()));
        all.put(commit, amount);
        documents.write(kind, List.of(new Amounts(id, Map.copyOf(all))), upTo);
    }

    private Map<String, Long> sums(Collection<String> ids, long asOf) {
        Map<String, Long> sums = new HashMap<>();
        ids.forEach(id -> sums.put(
                id,
                List.of(AMOUNTS, OTHERS).stream()
                        .flatMap(kind -> documents.find(kind, id).stream())
                        .mapToLong(found -> found.asOf(asOf))
                        .sum()));
        return sums;
    }

    private Map<String, Long> kept(Set<String> ids, long asOf) {
        return kept.of(
                ids,
                asOf,
                documents,
                () -> {
                    made.incrementAndGet();
                    return sums(ids, asOf);
                },
                (known, written) -> {
                    changed.incrementAndGet();
                    Map<String, Long> other = new HashMap<>(known);
                    written.forEach(each -> other.putAll(
                            sums(each.stream().filter(ids::contains).toList(), asOf)));
                    return other;
                });
    }

    private static Set<String> some(RandomGenerator random) {
        int first = random.nextInt(3);
        return Set.copyOf(IntStream.range(first, first + 1 + random.nextInt(2) * 8)
                .mapToObj(Integer::toString)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itIsWhatWouldBeMadeNow(long seed) {
        RandomGenerator random = new Random(seed);
        long commit = 0;
        for (int step = 0; step < 1_000; step++) {
            String id = Integer.toString(random.nextInt(IDS));
            DocumentType<Amounts> kind = random.nextInt(4) == 0 ? OTHERS : AMOUNTS;
            switch (random.nextInt(12)) {
                case 0 -> put(kind, id, random.nextLong(100), random.nextLong(commit + 1), commit);
                case 1 -> {
                    // A batch is written before its commits are told.
                    commit += 3;
                    put(kind, id, random.nextLong(100), commit - random.nextLong(3), commit);
                }
                case 2, 3, 4 -> put(kind, id, random.nextLong(100), ++commit, commit);
                case 5 -> {
                    if (random.nextInt(100) == 0) {
                        documents.drop(kind);
                    }
                }
                default -> {
                    Set<String> ids = some(random);
                    long asOf = random.nextInt(3) == 0
                            ? random.nextLong(commit + 1)
                            : Math.max(0, commit - random.nextInt(3));
                    assertThat(kept(ids, asOf))
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(sums(ids, asOf));
                }
            }
        }
        assertThat(changed.get()).isPositive();
    }

    @Test
    void itIsMadeOnceForAllCommitsThatKnowTheSame() {
        put(AMOUNTS, "0", 5, 1, 1);
        kept(Set.of("0"), 1);
        put(AMOUNTS, "1", 5, 2, 2);
        kept(Set.of("0"), 2);
        kept(Set.of("0"), 2);
        assertThat(List.of(made.get(), changed.get())).containsExactly(1, 1);
    }

    /** Of so many writes only the last are known. */
    @Test
    void itIsMadeAgainAfterMany() {
        put(AMOUNTS, "0", 5, 1, 1);
        kept(Set.of("0"), 1);
        for (int commit = 2; commit < 10_000; commit++) {
            put(AMOUNTS, "of " + commit, 5, commit, commit);
        }
        put(AMOUNTS, "0", 7, 10_000, 10_000);
        assertThat(kept(Set.of("0"), 10_000)).containsEntry("0", 12L);
        assertThat(made.get()).isEqualTo(2);
    }

    @Test
    void documentsInTheirPlaceAreOthers() {
        put(AMOUNTS, "0", 5, 1, 1);
        kept(Set.of("0"), 1);
        MemoryDocuments beside = (MemoryDocuments) documents.beside();
        beside.write(AMOUNTS, List.of(new Amounts("0", Map.of(1L, 9L))), 1);
        documents.replace(List.of(AMOUNTS), beside);
        assertThat(kept(Set.of("0"), 1)).containsEntry("0", 9L);
    }

    /** Those that tell nothing of their writes. */
    @Test
    void documentsOfOthersAreAskedEachTime() {
        DelegatingDocuments silent = new Silent(documents);
        for (int time = 0; time < 3; time++) {
            kept.of(Set.of("0"), 1, silent, () -> Map.of("0", (long) made.incrementAndGet()));
        }
        assertThat(made.get()).isEqualTo(3);
    }

    private record Silent(Documents documents) implements DelegatingDocuments {

        @Override
        public Optional<RecentWrites> recentWrites(DocumentType<?> kind) {
            return Optional.empty();
        }
    }
}
