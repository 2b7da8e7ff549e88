package vn.soto.projection;

import java.util.List;
import java.util.function.Function;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.source.EventContext;

/**
 * Projects the events of some vocabularies.
 *
 * @param <E> common supertype of those events
 */
public abstract class EventProjector<E extends DomainEvent> implements Projector {

    private static final String OTHER = "other";

    private final String name;
    private final List<Class<? extends E>> events;
    private final Function<E, String> sequence;
    private final List<DocumentType<?>> documentTypes;

    /** @param documentTypes types it writes, in the order in which a batch writes them */
    protected EventProjector(
            String name, Class<E> events, Function<E, String> sequence, List<DocumentType<?>> documentTypes) {
        this(name, List.of(events), sequence, documentTypes);
    }

    protected EventProjector(
            String name,
            List<Class<? extends E>> events,
            Function<E, String> sequence,
            List<DocumentType<?>> documentTypes) {
        this.name = name;
        this.events = events;
        this.sequence = sequence;
        this.documentTypes = documentTypes;
    }

    protected abstract void fold(E event, EventContext at, Batch batch);

    @Override
    public final void on(Object event, EventContext at, Batch batch) {
        for (Class<? extends E> type : events) {
            if (type.isInstance(event)) {
                fold(type.cast(event), at, batch);
                return;
            }
        }
    }

    @Override
    public final boolean handles(Class<?> event) {
        // Asked of every event by every projection.
        for (Class<? extends E> type : events) {
            if (type.isAssignableFrom(event)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final String sequence(DomainEvent event) {
        for (Class<? extends E> type : events) {
            if (type.isInstance(event)) {
                return sequence.apply(type.cast(event));
            }
        }
        return OTHER;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<DocumentType<?>> documentTypes() {
        return documentTypes;
    }
}
