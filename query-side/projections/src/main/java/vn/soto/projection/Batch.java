package vn.soto.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents one batch of events reads and changes: read together, folded in memory, written once each. What an event
 * changes counts once it is folded whole.
 */
public final class Batch {

    /** What an event needs may only be told from documents read in the first round; the rest is read one by one. */
    private static final int ROUNDS = 2;

    /** Where a document comes from that this batch has not seen yet. */
    @FunctionalInterface
    private interface Source {

        <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id);
    }

    private final Source source;
    private final Map<DocumentType<?>, Map<String, Optional<ReadModel>>> known = new HashMap<>();
    private final Map<DocumentType<?>, Map<String, ReadModel>> changed = new HashMap<>();

    /** By the event being folded. */
    private final Map<DocumentType<?>, Map<String, ReadModel>> pending = new LinkedHashMap<>();

    private Batch(Source source) {
        this.source = source;
    }

    /** Folds events at once, without a processor; fails on the first that cannot be folded. */
    public static void fold(Projector projector, Documents documents, List<ProjectedEvent> events) {
        Batch batch = open(projector, documents, events);
        events.forEach(event -> batch.fold(projector, event));
        batch.write(projector.documentTypes(), documents);
    }

    /** One that has read what these events need. */
    static Batch open(Projector projector, Documents documents, List<ProjectedEvent> events) {
        Batch batch = new Batch(documents::find);
        for (int round = 0; round < ROUNDS && !documents.local(); round++) {
            batch.read(documents, batch.missing(projector, events));
        }
        return batch;
    }

    /** Folds the events on trial and returns the documents they looked for in vain. Nothing of it stays. */
    private Map<DocumentType<?>, Set<String>> missing(Projector projector, List<ProjectedEvent> events) {
        Map<DocumentType<?>, Set<String>> missing = new HashMap<>();
        Batch trial = new Batch(new Source() {
            @Override
            public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
                Optional<ReadModel> read = of(kind).get(id);
                if (read == null) {
                    missing.computeIfAbsent(kind, k -> new HashSet<>()).add(id);
                    return Optional.empty();
                }
                return read.map(kind.type()::cast);
            }
        });
        events.forEach(event -> trial.attempt(projector, event));
        return missing;
    }

    /** An event that fails for want of a document is folded in the next round; one that is at fault fails in its turn. */
    @SuppressWarnings("EmptyCatch") // a trial only saves reading one by one
    private void attempt(Projector projector, ProjectedEvent event) {
        try {
            fold(projector, event);
        } catch (RuntimeException untold) {
            // see above
        }
    }

    private void read(Documents documents, Map<DocumentType<?>, Set<String>> wanted) {
        wanted.forEach((kind, ids) -> {
            Map<String, ? extends ReadModel> found = documents.find(kind, ids);
            ids.forEach(id -> of(kind).put(id, Optional.ofNullable(found.get(id))));
        });
    }

    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        ReadModel mine = pending.getOrDefault(kind, Map.of()).get(id);
        if (mine != null) {
            return Optional.of(kind.type().cast(mine));
        }
        return of(kind).computeIfAbsent(id, i -> source.find(kind, i).map(ReadModel.class::cast))
                .map(kind.type()::cast);
    }

    public <T extends ReadModel> void put(DocumentType<T> kind, T document) {
        pending.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(document.id(), document);
    }

    /** What a failed event has put is as if it had never been. */
    void fold(Projector projector, ProjectedEvent event) {
        try {
            projector.on(event.event(), event.at(), this);
            commitEvent();
        } finally {
            pending.clear();
        }
    }

    private void commitEvent() {
        pending.forEach((kind, documentsOfKind) -> documentsOfKind.forEach((id, document) -> {
            of(kind).put(id, Optional.of(document));
            changed.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(id, document);
        }));
    }

    void write(List<DocumentType<?>> order, Documents documents) {
        order.forEach(kind -> write(kind, documents));
    }

    private <T extends ReadModel> void write(DocumentType<T> kind, Documents documents) {
        Map<String, ReadModel> documentsOfKind = changed.getOrDefault(kind, Map.of());
        if (!documentsOfKind.isEmpty()) {
            documents.write(
                    kind,
                    documentsOfKind.values().stream().map(kind.type()::cast).toList());
        }
    }

    private Map<String, Optional<ReadModel>> of(DocumentType<?> kind) {
        return known.computeIfAbsent(kind, k -> new HashMap<>());
    }
}
