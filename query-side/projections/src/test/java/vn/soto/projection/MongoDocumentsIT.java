package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.projection.Events.event;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.projection.log.Appender;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.testkit.mongo.Emulator;

final class MongoDocumentsIT extends DocumentsContract {

    /** Bytes of a document that neither the driver nor a server takes. */
    private static final int TOO_LARGE = 17 * 1024 * 1024;

    private final Emulator emulator = Emulator.start();
    private final MongoClient client = MongoClients.create(emulator.uri());
    private final Documents documents = new MongoDocuments(client.getDatabase("read"));

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Override
    Documents documents() {
        return documents;
    }

    @Test
    void aBatchReplacesOnlyWhatItHasRead() {
        BatchDocuments paused = documents.forBatch();
        BatchDocuments other = documents.forBatch();
        documents.forBatch().write(NOTES, List.of(new Note("a", List.of("một"))));
        for (BatchDocuments batch : List.of(paused, other)) {
            assertThat(batch.find(NOTES, List.of("a", "b", "c"))).containsOnlyKeys("a");
        }
        other.write(NOTES, List.of(new Note("a", List.of("một", "hai")), new Note("b", List.of("mới"))));

        List<Note> late = List.of(new Note("a", List.of("một", "sai")), new Note("c", List.of("riêng")));
        assertThatThrownBy(() -> paused.write(NOTES, late)).isInstanceOf(DocumentsChangedException.class);
        List<Note> lateToo = List.of(new Note("b", List.of("sai")));
        assertThatThrownBy(() -> paused.write(NOTES, lateToo)).isInstanceOf(DocumentsChangedException.class);

        assertThat(documents.find(NOTES, List.of("a", "b", "c")))
                .isEqualTo(Map.of(
                        "a", new Note("a", List.of("một", "hai")),
                        "b", new Note("b", List.of("mới")),
                        "c", new Note("c", List.of("riêng"))));
    }

    @Test
    void aBatchReplacesWhatItHasWrittenAndWhatAnEarlierVersionWrote() {
        documents.write(NOTES, List.of(new Note("a", List.of("cũ"))));
        BatchDocuments batch = documents.forBatch();
        assertThat(batch.find(NOTES, "a")).isPresent();

        batch.write(NOTES, List.of(new Note("a", List.of("cũ", "mới"))));
        batch.write(NOTES, List.of(new Note("a", List.of("cũ", "mới", "nữa"))));

        assertThat(documents.forBatch().find(NOTES, "a")).contains(new Note("a", List.of("cũ", "mới", "nữa")));
    }

    /** A process that is paused between reading and writing until another has projected the same events and more. */
    @Test
    void whatAnotherProcessProjectedMeanwhileStays() {
        Projector lines = new Lines();
        ProjectedEvent first = event("một", 1);
        ProjectedEvent second = event("hai", 2);
        BatchDocuments own = documents.forBatch();
        Batch paused = Batch.open(lines, own, List.of(first));
        paused.fold(lines, first);

        Batch.fold(lines, documents, List.of(first, second));
        assertThatThrownBy(() -> paused.write(lines.documentTypes(), own))
                .isInstanceOf(DocumentsChangedException.class);
        assertThat(documents.find(NOTES, "all")).contains(new Note("all", List.of("một", "hai")));

        Batch.fold(lines, documents, List.of(first));
        assertThat(documents.find(NOTES, "all")).contains(new Note("all", List.of("một", "hai")));
    }

    /** Of a log the full page is written first: the process may end before the log refers to it. */
    @Test
    void whatAProcessThatEndedHadWrittenHalfIsWrittenAgain() {
        LogType<IndexEntry, Long> index = LogType.index("index");
        Projector entries = new Appender<>(index, IndexEntry.class, "all");
        List<ProjectedEvent> events = IntStream.rangeClosed(1, 40)
                .mapToObj(at -> event(new IndexEntry("h-" + at, at, at), at))
                .toList();
        List<DocumentType<?>> written = entries.documentTypes();
        for (int writes = 0; writes <= written.size(); writes++) {
            BatchDocuments own = documents.forBatch();
            Batch ended = Batch.open(entries, own, events);
            events.forEach(event -> ended.fold(entries, event));
            ended.write(written.subList(0, writes), own);
        }

        Batch.fold(entries, documents, events);

        assertThat(index.from("all", 0, 100, 40, documents))
                .extracting(IndexEntry::order)
                .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void anEventWhoseDocumentIsTooLargeHoldsUpNoOther() {
        var deadLetters = InMemorySequencedDeadLetterQueue.<EventMessage<?>>defaultQueue();
        BoundProjector projector = new BoundProjector(new Alone(), documents, deadLetters);
        List<ProjectedEvent> events =
                List.of(event("nhỏ", 1), event("x".repeat(TOO_LARGE), 2), event("nhỏ, sau đó", 3));
        OpenBatch batch = projector.open(events);
        events.forEach(each -> projector.fold(each, batch));
        projector.write(batch, events);

        assertThat(deadLetters.size()).isEqualTo(1);
        assertThat(documents.find(NOTES, List.of("1", "2", "3"))).containsOnlyKeys("1", "3");
    }

    /** A document for each text. */
    private static final class Alone implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            batch.put(NOTES, new Note(String.valueOf(at.position()), List.of(event.toString())));
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(NOTES);
        }
    }

    /** Notes each text once. */
    private static final class Lines implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            List<String> lines =
                    new ArrayList<>(batch.find(NOTES, "all").map(Note::lines).orElse(List.of()));
            if (!lines.contains(event.toString())) {
                lines.add(event.toString());
            }
            batch.put(NOTES, new Note("all", List.copyOf(lines)));
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(NOTES);
        }
    }
}
