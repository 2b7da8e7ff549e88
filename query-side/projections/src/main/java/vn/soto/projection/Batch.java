package vn.soto.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.ProjectedEvent;

/**
 * The documents that one batch of events reads and changes: read together, changed in memory, written once each. The
 * changes of an event take effect together, after the whole event is applied.
 */
public final class Batch {

    /**
     * Rounds of reading ahead: some ids are known only from documents of the first round. Documents that no round finds
     * are read one by one.
     */
    private static final int ROUNDS = 2;

    /** Loads a document that this batch has not read yet. */
    @FunctionalInterface
    private interface Source {

        <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id);
    }

    /** A document as the batch has it: absent if there is none, and written at its end if it was changed. */
    private static final class Held {

        private @Nullable ReadModel document;
        private boolean changed;

        Held(@Nullable ReadModel document) {
            this.document = document;
        }
    }

    /** How a document was before a change of the event that is being applied. */
    private record Before(Held held, @Nullable ReadModel document, boolean changed) {

        void restore() {
            held.document = document;
            held.changed = changed;
        }
    }

    private final Source source;
    private final Map<DocumentType<?>, Map<String, Held>> known = new HashMap<>();
    private final List<Before> changes = new ArrayList<>();

    /** The last commit of its events. */
    private long commit;

    private Batch(Source source) {
        this.source = source;
    }

    /**
     * Applies events and writes the documents, without a processor; fails on the first event that cannot be applied.
     */
    public static void fold(Projector projector, Documents documents, List<ProjectedEvent> events) {
        BatchDocuments own = documents.forBatch();
        Batch batch = open(projector, own, events);
        events.forEach(event -> batch.fold(projector, event));
        batch.write(projector.documentTypes(), own);
    }

    /** Creates a batch that has read the documents these events need. */
    static Batch open(Projector projector, BatchDocuments documents, List<ProjectedEvent> events) {
        Batch batch = new Batch(documents::find);
        for (int round = 0; round < ROUNDS && !documents.local(); round++) {
            batch.read(documents, batch.missing(projector, events));
        }
        return batch;
    }

    /** Applies the events on trial, discards the changes and returns the documents that were missing. */
    private Map<DocumentType<?>, Set<String>> missing(Projector projector, List<ProjectedEvent> events) {
        Map<DocumentType<?>, Set<String>> missing = new HashMap<>();
        Batch trial = new Batch(new Source() {
            @Override
            public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
                Held read = of(kind).get(id);
                if (read == null) {
                    missing.computeIfAbsent(kind, k -> new HashSet<>()).add(id);
                    return Optional.empty();
                }
                return Optional.ofNullable(kind.type().cast(read.document));
            }
        });
        events.forEach(event -> trial.attempt(projector, event));
        return missing;
    }

    /**
     * Applies one event on trial. A failure is ignored: the event is tried again in the next round, and a faulty event
     * fails when it is applied for real.
     */
    @SuppressWarnings("EmptyCatch") // the trial is only an optimisation
    private void attempt(Projector projector, ProjectedEvent event) {
        try {
            fold(projector, event);
        } catch (RuntimeException ignored) {
            // the event is applied again after the trial
        }
    }

    private void read(BatchDocuments documents, Map<DocumentType<?>, Set<String>> missing) {
        missing.forEach((kind, ids) -> {
            Map<String, ? extends ReadModel> found = documents.find(kind, ids);
            ids.forEach(id -> of(kind).put(id, new Held(found.get(id))));
        });
    }

    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return Optional.ofNullable(kind.type().cast(held(kind, id).document));
    }

    private <T extends ReadModel> Held held(DocumentType<T> kind, String id) {
        Map<String, Held> own = of(kind);
        Held held = own.get(id);
        if (held == null) {
            Optional<T> found = source.find(kind, id);
            held = new Held(found.isPresent() ? found.get() : null);
            own.put(id, held);
        }
        return held;
    }

    /**
     * Puts a document, first reading the stored one of this id if it was not read yet. A store replaces only documents
     * that were read. A document written just before its process ended is written again by the next process.
     */
    public <T extends ReadModel> void put(DocumentType<T> kind, T document) {
        Held held = held(kind, document.id());
        changes.add(new Before(held, held.document, held.changed));
        held.document = document;
        held.changed = true;
    }

    /** Discards the changes of a failed event. */
    void fold(Projector projector, ProjectedEvent event) {
        boolean applied = false;
        commit = Math.max(commit, event.at().commit());
        try {
            projector.on(event.event(), event.at(), this);
            applied = true;
        } finally {
            if (!applied) {
                changes.reversed().forEach(Before::restore);
            }
            changes.clear();
        }
    }

    /**
     * @param documents those from which the batch was opened
     * @throws DocumentsChangedException another process has taken over meanwhile; some documents may be written
     */
    void write(List<DocumentType<?>> order, BatchDocuments documents) {
        order.forEach(kind -> write(kind, documents));
    }

    private <T extends ReadModel> void write(DocumentType<T> kind, BatchDocuments documents) {
        List<T> changed = new ArrayList<>();
        for (Held held : of(kind).values()) {
            if (held.changed) {
                changed.add(Objects.requireNonNull(kind.type().cast(held.document)));
            }
        }
        if (!changed.isEmpty()) {
            documents.write(kind, changed, commit);
        }
    }

    private Map<String, Held> of(DocumentType<?> kind) {
        Map<String, Held> own = known.get(kind);
        return own == null ? known.computeIfAbsent(kind, first -> new LinkedHashMap<>()) : own;
    }
}
