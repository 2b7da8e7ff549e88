package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.EventContext;

/** A list grows by pages of a few rows, each row is once in it, and its rows are in their order. */
final class RowListTypeTest {

    private static final int PAGE = 4;
    private static final String LIST = "list";

    private record Line(long position, String text) {}

    private static final RowListType<Line> LINES = RowListType.of("lines", Line.class, PAGE, Line::position);
    private static final RowListType<String> IDS = RowListType.ids("ids");

    private final Documents documents = new MemoryDocuments();

    private record Writer() implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            switch (event) {
                case Line line -> LINES.put(LIST, line, batch);
                case String id -> IDS.add(LIST, id, batch);
                default -> throw new IllegalStateException();
            }
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(LINES.documents(), IDS.documents());
        }
    }

    private record Written(Documents documents, AtomicInteger count) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            count.addAndGet(written.size());
            documents.write(kind, written);
        }
    }

    /** @param kept a bit for each document that is written before the crash */
    private record Crashing(Documents documents, int kept) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            List<T> some = List.copyOf(written);
            for (int place = 0; place < some.size(); place++) {
                if ((kept >> place & 1) == 1) {
                    documents.write(kind, List.of(some.get(place)));
                }
            }
            throw new IllegalStateException("crash");
        }
    }

    private static void write(Documents documents, Collection<?> rows) {
        Batch.fold(
                new Writer(),
                documents,
                rows.stream().map(row -> Events.event(row, 1)).toList());
    }

    private static List<Line> lines(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new Line(number, "line " + number))
                .toList();
    }

    private ReadModel page(String id) {
        return documents.find(LINES.documents(), id).orElseThrow();
    }

    @Test
    void noDocumentHasMoreRowsThanAPage() {
        List<Line> all = lines(3 * PAGE + 1);
        write(documents, all);
        assertThat(LINES.find(LIST, documents)).isEqualTo(all);
        assertThat(LINES.find("none", documents)).isEmpty();
        assertThat(page(LIST)).isEqualTo(new RowPage<>(LIST, all.subList(0, PAGE), 3, 3L * PAGE - 1));
        assertThat(page(LIST + "#3"))
                .isEqualTo(new RowPage<>(LIST + "#3", all.subList(3 * PAGE, 3 * PAGE + 1), null, null));
    }

    @Test
    void aNextRowNeedsTheFirstPageAndTheLast() {
        List<Line> all = lines(20 * PAGE + 2);
        CountingDocuments counting = new CountingDocuments();
        counting.local = true;
        write(counting, all.subList(0, 20 * PAGE + 1));
        counting.reads = 0;
        write(counting, all.subList(20 * PAGE + 1, 20 * PAGE + 2));
        assertThat(counting.reads).isEqualTo(2);
        assertThat(LINES.find(LIST, counting)).isEqualTo(all);
    }

    @Test
    void aChangedRowStaysInItsPlaceAndNoOtherPageIsWritten() {
        write(documents, lines(3 * PAGE));
        Written counting = new Written(documents, new AtomicInteger());
        write(counting, List.of(new Line(5, "changed")));
        assertThat(LINES.find(LIST, documents)).hasSize(3 * PAGE).element(5).isEqualTo(new Line(5, "changed"));
        assertThat(counting.count()).hasValue(1);
    }

    @Test
    void theSameAgainChangesNothing() {
        List<Line> all = lines(3 * PAGE + 1);
        write(documents, all);
        Written counting = new Written(documents, new AtomicInteger());
        write(counting, all);
        assertThat(counting.count()).hasValue(0);
    }

    /** Its event failed first. */
    @Test
    void aLateRowIsInItsPlaceInTheAnswer() {
        List<Line> all = lines(2 * PAGE);
        write(documents, all.stream().filter(line -> line.position() != 1).toList());
        write(documents, List.of(all.get(1)));
        assertThat(LINES.find(LIST, documents)).isEqualTo(all);
    }

    @Test
    void manyListsAreReadInTwoQueries() {
        write(documents, lines(3 * PAGE));
        write(documents, List.of("a", "b", "a"));
        assertThat(IDS.find(LIST, documents)).containsExactly("a", "b");
        assertThat(LINES.find(List.of(LIST, "none"), documents)).isEqualTo(Map.of(LIST, lines(3 * PAGE)));
    }

    /** The documents of a batch are written in any order, and a crash leaves some of them; then the batch is applied again. */
    @Test
    void aCrashBetweenTheDocumentsOfABatchLosesNoRowAndDoublesNone() {
        List<Line> all = lines(3 * PAGE + 2);
        int before = PAGE - 1;
        for (int crash = 0; crash < 16; crash++) {
            Documents left = new MemoryDocuments();
            write(left, all.subList(0, before));
            Documents crashing = new Crashing(left, crash);
            assertThatThrownBy(() -> write(crashing, all.subList(before, all.size())))
                    .hasMessage("crash");
            write(left, all.subList(before, all.size()));
            assertThat(LINES.find(LIST, left)).as("documents %s", crash).isEqualTo(all);
        }
    }
}
