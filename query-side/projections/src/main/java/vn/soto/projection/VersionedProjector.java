package vn.soto.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.source.EventContext;

/**
 * Appends the version after each event to the document of the event's aggregate.
 *
 * @param <E> the aggregate's events
 * @param <V> the aggregate's version after one of them
 * @param <M> the document that keeps all versions
 */
public abstract class VersionedProjector<E extends DomainEvent, V extends Stamped, M extends VersionedModel<V, M>>
        extends EventProjector<E> {

    private final DocumentType<M> models;
    private final Function<E, String> id;

    /** Creates a projector that projects the events of each aggregate in order. */
    protected VersionedProjector(
            String name,
            Class<E> events,
            Function<E, String> id,
            DocumentType<M> models,
            List<DocumentType<?>> documentTypes) {
        this(name, events, id, id, models, documentTypes);
    }

    /**
     * @param id            id of an event's aggregate and of its document
     * @param documentTypes all types it writes, {@code models} included, in the order of writing
     */
    protected VersionedProjector(
            String name,
            Class<E> events,
            Function<E, String> sequence,
            Function<E, String> id,
            DocumentType<M> models,
            List<DocumentType<?>> documentTypes) {
        super(name, events, sequence, documentTypes);
        this.models = models;
        this.id = id;
    }

    @Override
    protected final void fold(E event, EventContext at, Batch batch) {
        M model = batch.find(models, id.apply(event)).orElseGet(() -> begin(event, at));
        Optional<V> before = model.before(at.position());
        V after = after(event, before, at);
        batch.put(models, model.with(after));
        index(event, model, before, after, batch);
    }

    /** The empty document before the aggregate's first event; fails on an event that cannot be the first. */
    protected abstract M begin(E event, EventContext at);

    protected abstract V after(E event, Optional<V> before, EventContext at);

    /** Updates the other documents derived from the aggregate. */
    protected void index(E event, M model, Optional<V> before, V after, Batch batch) {}
}
