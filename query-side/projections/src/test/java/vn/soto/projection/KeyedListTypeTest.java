package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.EventContext;

/** A list of any length has its rows in small documents, and a row is found and changed in one of them. */
final class KeyedListTypeTest {

    private static final String LIST = "list";
    private static final int MANY = 5_000;

    public record Line(long position, String key, String text) {}

    private static final KeyedListType<Line> LINES = KeyedListType.of("lines", Line.class, Line::key, Line::position);

    private final Documents documents = new MemoryDocuments();

    private record Writer() implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            LINES.put(LIST, (Line) event, batch);
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return LINES.documentTypes();
        }
    }

    /** Counts the rows of the documents that are read and written. */
    private record CountedRows(Documents documents, AtomicInteger rows) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
            Optional<T> found = documents.find(kind, id);
            found.ifPresent(this::count);
            return found;
        }

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            written.forEach(this::count);
            documents.write(kind, written);
        }

        @Override
        public boolean local() {
            return true;
        }

        private void count(ReadModel document) {
            rows.addAndGet(document instanceof RowPage<?> page ? page.rows().size() : 1);
        }
    }

    /** @param left number of documents that are written before the crash */
    private record Crashing(Documents documents, AtomicInteger left) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            for (T document : written) {
                if (left.getAndDecrement() <= 0) {
                    throw new IllegalStateException("crash");
                }
                documents.write(kind, List.of(document));
            }
        }
    }

    private static List<Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Line(number, "k-" + number, "line " + number))
                .toList();
    }

    private static void write(Documents documents, Collection<Line> rows) {
        Batch.fold(
                new Writer(),
                documents,
                rows.stream().map(row -> Events.event(row, row.position())).toList());
    }

    private static List<Line> find(Documents documents) {
        return LINES.find(List.of(LIST, "none"), documents).getOrDefault(LIST, List.of());
    }

    @Test
    void aListHasItsRowsInTheirOrder() {
        assertThat(LINES.find(List.of(LIST), documents)).isEmpty();
        List<Line> all = lines(MANY);
        write(documents, all);
        assertThat(find(documents)).isEqualTo(all);
    }

    @Test
    void aRowReplacesTheOneOfItsKeyAndOrder() {
        List<Line> all = new ArrayList<>(lines(500));
        write(documents, all);
        all.set(7, new Line(7, "k-7", "changed"));
        all.add(new Line(500, "k-7", "again"));
        write(documents, all);
        assertThat(find(documents)).isEqualTo(all);
    }

    @Test
    void theRowsOfAKeyAreFoundAlone() {
        write(documents, lines(500));
        write(documents, List.of(new Line(501, "k-9", "again")));
        List<Line> found = new ArrayList<>();
        Batch.fold(
                new PlainProjector() {
                    @Override
                    public void on(Object event, EventContext at, Batch batch) {
                        found.addAll(LINES.find(LIST, "k-9", batch));
                    }

                    @Override
                    public List<DocumentType<?>> documentTypes() {
                        return LINES.documentTypes();
                    }
                },
                documents,
                List.of(Events.event("any", 1)));
        assertThat(found).containsExactly(new Line(9, "k-9", "line 9"), new Line(501, "k-9", "again"));
    }

    /** Rows read and written for the last of many are as few as for those before. */
    @Test
    void aRowCostsTheSameHoweverManyThereAre() {
        CountedRows counted = new CountedRows(documents, new AtomicInteger());
        List<Line> all = lines(4 * MANY);
        List<Integer> costs = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            counted.rows.set(0);
            all.subList(part * MANY, (part + 1) * MANY).forEach(line -> write(counted, List.of(line)));
            costs.add(counted.rows.get() / MANY);
        }
        assertThat(costs.getLast()).isLessThan(200);
        assertThat(costs.getLast()).isLessThan(costs.getFirst() * 5 / 4);
    }

    @Test
    void theSameAgainChangesNothing() {
        write(documents, lines(MANY));
        Map<String, List<Line>> before = LINES.find(List.of(LIST), documents);
        write(new Crashing(documents, new AtomicInteger()), lines(MANY));
        assertThat(LINES.find(List.of(LIST), documents)).isEqualTo(before);
    }

    /** The parts of a batch are written in any order before their number; then the batch is applied again. */
    @Test
    void aCrashBetweenTheDocumentsOfABatchLosesNoRowAndDoublesNone() {
        List<Line> all = lines(400);
        for (int crash = 0; crash < 12; crash++) {
            Documents left = new MemoryDocuments();
            write(left, all.subList(0, 60));
            Documents crashing = new Crashing(left, new AtomicInteger(crash));
            assertThatThrownBy(() -> write(crashing, all)).hasMessage("crash");
            assertThat(find(left)).containsAll(all.subList(0, 60));
            write(left, all);
            assertThat(find(left)).as("after %s documents", crash).isEqualTo(all);
        }
    }
}
