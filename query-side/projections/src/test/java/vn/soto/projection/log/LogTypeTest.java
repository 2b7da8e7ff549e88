package vn.soto.projection.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.projection.Batch;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.Events;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;

final class LogTypeTest {

    private static final int PAGE = 4;
    private static final String LOG = "log";

    private record Amount(long position, long commit, long amount) implements Stamped {}

    private static final LogType<Amount, Long> SUMS =
            LogType.of("sums", Amount.class, PAGE, 0L, (sum, next) -> sum + next.amount());

    private final Documents documents = new MemoryDocuments();

    /** At positions 0 to {@code count}, one commit each, with amounts 1, 2, 3... */
    private static List<Amount> amounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Amount(number, number, number + 1L))
                .toList();
    }

    private static void append(Documents documents, List<Amount> entries) {
        Batch.fold(
                new Appender<>(SUMS, Amount.class, LOG),
                documents,
                entries.stream()
                        .map(entry -> Events.event(entry, entry.position(), entry.commit()))
                        .toList());
    }

    private Optional<Long> asOf(long commit) {
        return Optional.ofNullable(
                SUMS.asOf(List.of(LOG, "none"), commit, documents).get(LOG));
    }

    /** A log stored before logs kept the state after their last entry is read, and goes on, from its entries. */
    @Test
    void readsALogThatLacksItsState() {
        append(documents, amounts(6));
        DocumentType<?> logs = SUMS.documentTypes().getLast();
        drop(logs);
        assertThat(asOf(4)).contains(15L);
        assertThat(asOf(5)).contains(21L);
        append(documents, amounts(7));
        assertThat(asOf(6)).contains(28L);
    }

    private <T extends ReadModel> void drop(DocumentType<T> logs) {
        Log<?, ?> log = (Log<?, ?>) documents.find(logs, LOG).orElseThrow();
        documents.write(logs, List.of(logs.type().cast(withoutState(log))));
    }

    private static <E extends Stamped, S> Log<E, S> withoutState(Log<E, S> log) {
        return new Log<>(log.id(), log.last(), log.starts(), log.before(), log.entries(), null);
    }

    /** An event that failed is retried after later ones: the log is as if it had not failed, whichever it was. */
    @Test
    void anEntryThatComesLateIsPutInItsPlace() {
        List<Amount> all = amounts(3 * PAGE + 2);
        Documents inOrder = new MemoryDocuments();
        append(inOrder, all);
        for (int late = 0; late < all.size(); late++) {
            Documents retried = new MemoryDocuments();
            List<Amount> others = new ArrayList<>(all);
            List<Amount> failed = List.of(others.remove(late));
            append(retried, others);
            append(retried, failed);
            append(retried, failed);
            assertSame(retried, inOrder, all.size());
            append(retried, List.of(new Amount(100, 100, 1)));
            assertThat(SUMS.each(LOG, 100, retried)).toIterable().hasSize(all.size() + 1);
        }
    }

    /** Pages that were made again are made again, and the pages before them stay as they were. */
    @Test
    void moreThanOneEntryMayComeLate() {
        List<Amount> all = amounts(4 * PAGE);
        Documents inOrder = new MemoryDocuments();
        append(inOrder, all);
        for (long seed = 1; seed < 20; seed++) {
            List<Amount> order = new ArrayList<>(all);
            Collections.shuffle(order, new Random(seed));
            Documents retried = new MemoryDocuments();
            order.forEach(entry -> append(retried, List.of(entry)));
            assertSame(retried, inOrder, all.size());
        }
    }

    /** The log is written last: until then nothing of it has changed, and a crash before it leaves what was there. */
    @Test
    void aCrashWhileAnEntryIsPutInItsPlaceChangesNothing() {
        List<Amount> all = amounts(3 * PAGE + 2);
        append(documents, all.stream().filter(entry -> entry.position() != 2).toList());
        assertThatThrownBy(() -> append(new CrashingBeforeTheLog(documents), List.of(all.get(2))))
                .hasMessage("crash");
        assertThat(asOf(100))
                .contains(all.stream().mapToLong(Amount::amount).sum()
                        - all.get(2).amount());
        append(documents, List.of(all.get(2)));
        Documents inOrder = new MemoryDocuments();
        append(inOrder, all);
        assertSame(documents, inOrder, all.size());
    }

    private record CrashingBeforeTheLog(Documents documents) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            if (kind.equals(SUMS.documentTypes().getLast())) {
                throw new IllegalStateException("crash");
            }
            documents.write(kind, written);
        }
    }

    private static void assertSame(Documents retried, Documents inOrder, int commits) {
        for (long commit = 0; commit < commits; commit++) {
            assertThat(SUMS.asOf(List.of(LOG), commit, retried)).isEqualTo(SUMS.asOf(List.of(LOG), commit, inOrder));
            assertThat(SUMS.from(LOG, 0, commits, commit, retried))
                    .isEqualTo(SUMS.from(LOG, 0, commits, commit, inOrder));
            assertThat(SUMS.newest(LOG, commit, 3, commits, entry -> true, retried))
                    .isEqualTo(SUMS.newest(LOG, commit, 3, commits, entry -> true, inOrder));
        }
    }

    /** The state of today is kept: making it again from the entries of each log is what made large dashboards slow. */
    @Test
    void doesNotAddUpForTheStateOfNow() {
        AtomicInteger folds = new AtomicInteger();
        LogType<Amount, Long> counting = LogType.folding("sums", Amount.class, PAGE, 0L, (sum, entries) -> {
            folds.incrementAndGet();
            return sum + entries.stream().mapToLong(Amount::amount).sum();
        });
        append(documents, amounts(7));
        assertThat(counting.asOf(List.of(LOG), 6, documents)).containsEntry(LOG, 28L);
        assertThat(counting.asOf(List.of(LOG), 99, documents)).containsEntry(LOG, 28L);
        assertThat(folds).hasValue(0);
        assertThat(counting.asOf(List.of(LOG), 5, documents)).containsEntry(LOG, 21L);
        assertThat(folds).hasValue(1);
    }

    /** Three logs that share the positions of one ledger, by chance. */
    private Map<String, List<Amount>> scattered(long seed, int entries) {
        Random random = new Random(seed);
        Map<String, List<Amount>> logs = new HashMap<>();
        for (Amount entry : amounts(entries)) {
            String id = "log-" + random.nextInt(3);
            logs.computeIfAbsent(id, log -> new ArrayList<>()).add(entry);
        }
        logs.forEach(this::fold);
        return logs;
    }

    private void fold(String id, List<Amount> entries) {
        Batch.fold(
                new Appender<>(SUMS, Amount.class, id),
                documents,
                entries.stream()
                        .map(entry -> Events.event(entry, entry.position(), entry.commit()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theNewestEntriesOfSeveralLogsAreThoseOfAllOfThem(long seed) {
        Map<String, List<Amount>> logs = scattered(seed, 60);
        for (long commit : new long[] {-1, 0, 17, 40, 99}) {
            for (long before : new long[] {0, 9, 38, Long.MAX_VALUE}) {
                for (int limit : new int[] {1, 5, 100}) {
                    List<Amount> expected = amounts(60).reversed().stream()
                            .filter(entry -> entry.commit() <= commit && entry.position() < before)
                            .filter(entry -> entry.amount() % 3 != 0)
                            .limit(limit)
                            .toList();
                    assertThat(SUMS.newest(
                                    logs.keySet(), before, limit, commit, entry -> entry.amount() % 3 != 0, documents))
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Whatever is appended to the first of them between two pages. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pagesOfSeveralLogsAsOfOneCommitAreTheirEntriesOneLogAfterTheOther(long seed) {
        List<String> ids = List.of("log-0", "log-1", "log-2", "none");
        Map<String, List<Amount>> logs = scattered(seed, 60);
        long later = 60;
        for (long commit : new long[] {0, 7, 23, 41, 59}) {
            List<Amount> expected = ids.stream()
                    .flatMap(id -> logs.getOrDefault(id, List.of()).stream())
                    .filter(entry -> entry.commit() <= commit)
                    .toList();
            List<Amount> paged = new ArrayList<>();
            Long from = 0L;
            while (from != null) {
                Page<Amount> page = SUMS.page(ids, from, 3, commit, documents, LogTypeTest::themselves);
                paged.addAll(page.items());
                from = page.next();
                later++;
                fold("log-0", List.of(new Amount(later, later, 1)));
            }
            assertThat(paged).isEqualTo(expected);
        }
    }

    private static Map<Amount, Amount> themselves(List<Amount> entries) {
        Map<Amount, Amount> same = new HashMap<>();
        entries.forEach(entry -> same.put(entry, entry));
        return same;
    }

    private static Map<DocumentType<?>, Map<String, ReadModel>> everything(Documents documents, int entries) {
        List<String> ids = new ArrayList<>(List.of(LOG));
        IntStream.range(0, entries).forEach(number -> ids.add(LOG + "/" + number));
        Map<DocumentType<?>, Map<String, ReadModel>> everything = new HashMap<>();
        SUMS.documentTypes().forEach(kind -> everything.put(kind, new HashMap<>(documents.find(kind, ids))));
        return everything;
    }

    @Test
    void hasNoStateUntilSomethingIsAppended() {
        assertThat(asOf(Long.MAX_VALUE)).isEmpty();
        assertThat(SUMS.from(LOG, 0, 10, Long.MAX_VALUE, documents)).isEmpty();
        assertThat(SUMS.newest(LOG, Long.MAX_VALUE, 10, Long.MAX_VALUE, any -> true, documents))
                .isEmpty();
        assertThat(page(0, 10, Long.MAX_VALUE)).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE - 1, 2 * PAGE, 2 * PAGE + 1, 10 * PAGE})
    void takesAnEntryOnceHoweverOftenItIsAppended(int count) {
        append(documents, amounts(count));
        Map<DocumentType<?>, Map<String, ReadModel>> once = everything(documents, count);
        append(documents, amounts(count));
        append(documents, amounts(count).subList(count / 2, count));

        assertThat(everything(documents, count)).isEqualTo(once);
        assertThat(asOf(Long.MAX_VALUE)).contains(count * (count + 1L) / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE - 1, 2 * PAGE, 2 * PAGE + 1, 10 * PAGE})
    void knowsTheStateAfterEachCommit(int count) {
        append(documents, amounts(count));
        for (long commit = -1; commit <= count; commit++) {
            long upTo = Math.min(commit + 1, count);
            assertThat(asOf(commit)).as("as of %s", commit).contains(upTo * (upTo + 1) / 2);
        }
    }

    @Test
    void aCommitThatRunsOverAPageCountsWhole() {
        append(
                documents,
                IntStream.range(0, 3 * PAGE)
                        .mapToObj(n -> new Amount(n, 1 + n / 6, 1))
                        .toList());
        assertThat(asOf(0)).contains(0L);
        assertThat(asOf(1)).contains(6L);
        assertThat(asOf(2)).contains(12L);
    }

    @Test
    void readsEntriesHereAndThere() {
        append(documents, amounts(10 * PAGE + 1));
        List<Amount> all = amounts(10 * PAGE + 1);
        assertThat(SUMS.at(LOG, List.of(39L, 0L, 17L, 40L, 18L, 99L), documents))
                .containsExactly(all.get(0), all.get(17), all.get(18), all.get(39), all.get(40));
        assertThat(SUMS.at("none", List.of(1L), documents)).isEmpty();
    }

    @Test
    void readsFromAnOrderOn() {
        append(documents, amounts(3 * PAGE + 1));
        assertThat(SUMS.from(LOG, 0, Integer.MAX_VALUE, Long.MAX_VALUE, documents))
                .isEqualTo(amounts(3 * PAGE + 1));
        for (int from = 0; from <= 3 * PAGE; from++) {
            assertThat(SUMS.from(LOG, from, 3, Long.MAX_VALUE, documents))
                    .isEqualTo(amounts(Math.min(from + 3, 3 * PAGE + 1)).subList(from, Math.min(from + 3, 13)));
        }
        assertThat(SUMS.from(LOG, 2, 100, 5, documents)).isEqualTo(amounts(6).subList(2, 6));
    }

    @Test
    void readsTheNewestBeforeAnOrder() {
        append(documents, amounts(2 * PAGE + 1));
        assertThat(SUMS.newest(LOG, Long.MAX_VALUE, 3, Long.MAX_VALUE, any -> true, documents))
                .extracting(Amount::position)
                .containsExactly(8L, 7L, 6L);
        assertThat(SUMS.newest(LOG, PAGE, 9, Long.MAX_VALUE, any -> true, documents))
                .extracting(Amount::position)
                .containsExactly(3L, 2L, 1L, 0L);
        assertThat(SUMS.newest(LOG, 100, 2, 6, entry -> entry.position() % 2 == 1, documents))
                .extracting(Amount::position)
                .containsExactly(5L, 3L);
    }

    private Page<Long> page(long from, int limit, long commit) {
        return SUMS.page(LOG, from, limit, commit, documents, entries -> {
            Map<Amount, Long> even = new HashMap<>();
            entries.stream().filter(entry -> entry.amount() % 2 == 0).forEach(entry -> even.put(entry, entry.amount()));
            return even;
        });
    }

    @Test
    void pagesThroughWhatIsShown() {
        append(documents, amounts(2 * PAGE + 2));
        assertThat(page(0, 2, Long.MAX_VALUE)).isEqualTo(new Page<>(List.of(2L, 4L), 5L));
        assertThat(page(5, 2, Long.MAX_VALUE)).isEqualTo(new Page<>(List.of(6L, 8L), 9L));
        assertThat(page(9, 2, Long.MAX_VALUE)).isEqualTo(new Page<>(List.of(10L), null));
        assertThat(page(0, 9, 5)).isEqualTo(new Page<>(List.of(2L, 4L, 6L), null));
        assertThat(page(1_000_000_000_000L, 2, Long.MAX_VALUE)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void refusesToAnswerWithoutAPageItRefersTo() {
        append(documents, amounts(PAGE));
        documents.drop(SUMS.documentTypes().getFirst());
        assertThatThrownBy(() -> asOf(1)).hasMessageContaining("log/0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aReplayThatDiesBetweenItsDropsLosesNothing(int dropped) {
        append(documents, amounts(3 * PAGE + 1));
        Map<DocumentType<?>, Map<String, ReadModel>> before = everything(documents, 9);
        SUMS.documentTypes().reversed().stream().limit(dropped).forEach(documents::drop);
        append(documents, amounts(3 * PAGE + 1));

        assertThat(everything(documents, 9)).isEqualTo(before);
    }

    /** Fails before, or after, a write reaches the store. */
    private record Crashing(Documents documents, int collection, boolean written) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> writes) {
            boolean crash = SUMS.documentTypes().get(collection).equals(kind);
            if (!crash || written) {
                documents.write(kind, writes);
            }
            if (crash) {
                throw new IllegalStateException("crash");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAtTheArchivedPageLosesNothing(boolean written) {
        crashAndContinue(0, written);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAtTheLogThatRefersToThePageLosesNothing(boolean written) {
        crashAndContinue(1, written);
    }

    /** The batch is folded again, as one whose token was not stored. */
    private void crashAndContinue(int collection, boolean written) {
        List<Amount> all = amounts(3 * PAGE);
        append(documents, all.subList(0, PAGE - 1));
        assertThatThrownBy(
                        () -> append(new Crashing(documents, collection, written), all.subList(PAGE - 1, 2 * PAGE + 1)))
                .hasMessage("crash");
        assertThat(asOf(PAGE - 2)).contains(6L);
        append(documents, all.subList(PAGE - 1, 3 * PAGE));

        Documents undisturbed = new MemoryDocuments();
        append(undisturbed, all);
        assertThat(everything(documents, 9)).isEqualTo(everything(undisturbed, 9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260930, 77, 4711})
    void answersLikeAPlainList(long seed) {
        Random random = new Random(seed);
        List<Amount> all = new ArrayList<>();
        long position = 0;
        long commit = 1;
        for (int number = 0; number < 200; number++) {
            position += 1 + random.nextInt(3);
            commit += random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(2);
            all.add(new Amount(position, commit, random.nextInt(-9, 10)));
        }
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(11));
            append(documents, all.subList(Math.max(0, from - random.nextInt(5)), to));
            from = to;
        }
        for (long asked = 0; asked <= commit + 1; asked++) {
            long at = asked;
            List<Amount> known =
                    all.stream().filter(entry -> entry.commit() <= at).toList();
            assertThat(asOf(asked))
                    .as("seed %s, as of %s", seed, asked)
                    .contains(known.stream().mapToLong(Amount::amount).sum());
            assertThat(SUMS.from(LOG, 0, Integer.MAX_VALUE, asked, documents)).isEqualTo(known);
        }
    }
}
