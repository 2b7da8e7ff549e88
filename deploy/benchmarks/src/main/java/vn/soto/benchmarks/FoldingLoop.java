package vn.soto.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredCommit;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projections;
import vn.soto.projection.Projector;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.projection.source.UndecodableEvent;

/**
 * Projects a ledger into memory by the product's tracker, and in a bare loop of one thread. The loop reads, checks and
 * decodes each page once, so the difference is what the tracker costs. The search index is left out.
 */
record FoldingLoop(LedgerReader ledger, EventCodec codec, Collection<Projector> all) {

    private static final int PAGE = 500;
    private static final int BATCH = 512;
    private static final int WORKERS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private List<Projector> projectors() {
        return all.stream().filter(projector -> projector.own().isEmpty()).toList();
    }

    /** Folds by the product's tracker; returns the number of events. */
    long tracked() {
        try (LedgerEventSource source = new LedgerEventSource(ledger, codec, PAGE, Duration.ofMillis(250));
                Projections projections =
                        new Projections(projectors(), new MemoryDocuments(), source, cluster(source), WORKERS, BATCH)) {
            projections.start();
            if (!projections.await(ledger.tail().number(), LIMIT)) {
                throw new IllegalStateException(
                        "folded up to " + projections.folded().number() + " only");
            }
        }
        return ledger.tail().next();
    }

    private static ProjectionCluster cluster(LedgerEventSource source) {
        return ProjectionCluster.alone(new ClaimSettings("benchmark", Duration.ofSeconds(6)), source.beginning());
    }

    /** Folds in the loop; returns the number of events. */
    long bare() {
        Documents documents = new MemoryDocuments();
        List<Projector> projectors = projectors();
        Map<Class<?>, List<Projector>> wanting = new HashMap<>();
        long number = 1;
        for (List<StoredCommit> page = ledger.read(number, PAGE); !page.isEmpty(); page = ledger.read(number, PAGE)) {
            Map<Projector, List<ProjectedEvent>> batches = new HashMap<>();
            for (StoredCommit stored : page) {
                for (ProjectedEvent event : events((Commit) stored)) {
                    wanting.computeIfAbsent(event.event().getClass(), type -> wanting(projectors, type))
                            .forEach(projector -> batches.computeIfAbsent(projector, one -> new ArrayList<>())
                                    .add(event));
                }
            }
            batches.forEach((projector, events) -> Batch.fold(projector, documents, events));
            number += page.size();
        }
        return ledger.tail().next();
    }

    private static List<Projector> wanting(List<Projector> projectors, Class<?> event) {
        return projectors.stream().filter(projector -> projector.handles(event)).toList();
    }

    private List<ProjectedEvent> events(Commit commit) {
        List<ProjectedEvent> events = new ArrayList<>();
        for (int index = 0; index < commit.events().size(); index++) {
            RecordedEvent event = commit.events().get(index);
            events.add(new ProjectedEvent(decoded(event), EventContext.of(commit, index)));
        }
        return events;
    }

    private Object decoded(RecordedEvent event) {
        try {
            return codec.decode(event.type(), event.payload());
        } catch (EventException e) {
            return new UndecodableEvent(event.type(), event.id(), e);
        }
    }
}
