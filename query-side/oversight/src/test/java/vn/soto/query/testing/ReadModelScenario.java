package vn.soto.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.ProjectedEvent;

/**
 * The read models of one feature without a store and without Spring: {@code given(events).when(query).expect(view)}.
 *
 * <p>Events are projected one at a time as they are given. A query is answered from those documents, and again from
 * documents of one batch that contains each event twice. Both answers must agree, so every scenario also tests that its
 * projectors are idempotent and that a batch reads ahead what they need.
 */
public final class ReadModelScenario {

    private final List<Projector> projectors;
    private final Documents documents = new MemoryDocuments();
    private final List<ProjectedEvent> events = new ArrayList<>();
    private long commit;

    private ReadModelScenario(List<Projector> projectors) {
        this.projectors = projectors;
    }

    public static ReadModelScenario of(Projector... projectors) {
        return new ReadModelScenario(List.of(projectors));
    }

    /** A query of read models as of a commit. */
    @FunctionalInterface
    public interface Query<V> {

        V ask(Documents documents, long asOf);
    }

    /** The answer of a query. */
    public record Answer<V>(V view) {

        public void expect(V expected) {
            assertThat(view).isEqualTo(expected);
        }
    }

    /** Events of one more commit; the first is commit 1. */
    public ReadModelScenario given(DomainEvent... ofOneCommit) {
        commit++;
        for (int index = 0; index < ofOneCommit.length; index++) {
            add(ofOneCommit[index], index, "e-" + events.size(), Optional.empty());
        }
        return this;
    }

    /** One more commit, with an event that corrects the event of an earlier position. */
    public ReadModelScenario correcting(long position, DomainEvent event) {
        commit++;
        add(event, 0, "e-" + events.size(), Optional.of("e-" + position));
        return this;
    }

    private void add(DomainEvent event, int index, String id, Optional<String> corrects) {
        ProjectedEvent next = new ProjectedEvent(
                event,
                new EventContext(
                        commit,
                        events.size(),
                        index,
                        Instant.ofEpochSecond(commit),
                        id,
                        "tester",
                        corrects.isPresent() ? corrects.get() : null,
                        List.copyOf(event.tags()),
                        null,
                        "stream",
                        null,
                        null));
        events.add(next);
        projectors.forEach(projector -> fold(projector, documents, List.of(next)));
    }

    /** As of the last commit. */
    public <V> Answer<V> when(Query<V> query) {
        return whenAsOf(commit, query);
    }

    public <V> Answer<V> whenAsOf(long asOf, Query<V> query) {
        V view = query.ask(documents, asOf);
        Documents atOnce = new FarDocuments(new MemoryDocuments());
        List<ProjectedEvent> twice = events.stream()
                .flatMap(event -> IntStream.range(0, 2).mapToObj(time -> event))
                .toList();
        projectors.forEach(projector -> fold(projector, atOnce, twice));
        projectors.forEach(projector -> fold(projector, atOnce, events));
        assertThat(query.ask(atOnce, asOf)).as("folded in one batch, and again").isEqualTo(view);
        return new Answer<>(view);
    }

    private static void fold(Projector projector, Documents into, List<ProjectedEvent> events) {
        Batch.fold(
                projector,
                into,
                events.stream()
                        .filter(event -> projector.handles(event.event().getClass()))
                        .toList());
    }

    /** Documents that are not local, so that a batch reads ahead of its events. */
    private record FarDocuments(Documents documents) implements DelegatingDocuments {}
}
