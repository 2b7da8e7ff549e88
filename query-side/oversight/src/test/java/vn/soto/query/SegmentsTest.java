package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.ProjectedEvent;
import vn.soto.projection.Projector;
import vn.soto.projection.ReadModel;
import vn.soto.projection.source.EventContext;
import vn.soto.query.testing.DatedHistory;
import vn.soto.query.testing.QuerySideFixture;

/**
 * A projection runs in several segments only if no two sequences share a document. Segments that write one document at
 * a time lose each other's changes.
 */
@Tag("slow")
final class SegmentsTest {

    private static final EventCodec CODEC = EventCodec.product();

    @Test
    void noDocumentBelongsToTwoSequencesOfAProjectionInSegments() {
        DatedHistory dated = new DatedHistory(3);
        List<Commit> commits = Stream.of(QuerySideFixture.Year.SAMPLE.scribe, dated.first(dated.steps()))
                .flatMap(log -> log.ledger.commits(1, Integer.MAX_VALUE).stream())
                .toList();
        List<Projector> parallel = QuerySideFixture.Year.SIDE.beans(Projector.class).stream()
                .filter(projector -> projector.segments() > 1)
                .toList();
        assertThat(parallel).extracting(Projector::name).contains("households");
        for (Projector projector : parallel) {
            assertThat(Integer.bitCount(projector.segments()))
                    .as("%s: a power of two", projector.name())
                    .isOne();
            WrittenDocuments documents = new WrittenDocuments();
            events(commits)
                    .filter(each -> projector.handles(each.event().getClass()))
                    .forEach(each -> {
                        documents.sequence = projector.sequence((DomainEvent) each.event());
                        Batch.fold(projector, documents, List.of(each));
                    });
            assertThat(documents.sequences).as(projector.name()).hasSizeGreaterThan(10);
            assertThat(documents.sequences.values())
                    .as("%s: the sequences that write a document", projector.name())
                    .allMatch(sequences -> sequences.size() == 1);
        }
    }

    private static Stream<ProjectedEvent> events(List<Commit> commits) {
        return commits.stream()
                .flatMap(commit -> commit.stored().stream()
                        .map(stored -> new ProjectedEvent(
                                CODEC.decode(
                                        stored.event().type(), stored.event().payload()),
                                EventContext.of(commit, (int) (stored.position() - commit.first())))));
    }

    /** Documents in memory, each with the sequences whose events wrote it. */
    private static final class WrittenDocuments implements Documents {

        private final Documents documents = new MemoryDocuments();
        private final Map<String, Set<String>> sequences = new HashMap<>();
        private String sequence = "";

        @Override
        public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
            return documents.find(kind, id);
        }

        @Override
        public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
            return documents.find(kind, ids);
        }

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            written.forEach(document -> sequences
                    .computeIfAbsent(kind.collection() + "/" + document.id(), key -> new HashSet<>())
                    .add(sequence));
            documents.write(kind, written);
        }

        @Override
        public void drop(DocumentType<?> kind) {
            documents.drop(kind);
        }

        @Override
        public Documents beside() {
            return documents.beside();
        }

        @Override
        public void replace(List<DocumentType<?>> types, Documents made) {
            documents.replace(types, made);
        }
    }
}
