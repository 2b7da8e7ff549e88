package vn.soto.projection;

import java.util.List;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.source.EventContext;

/**
 * Folds events into documents. What it puts into a batch depends only on the event, its context and what it finds there, so
 * that a trial run tells which documents a batch of events needs; and folding an event again changes nothing.
 */
public interface Projector {

    String name();

    /** How many parts of the ledger may be folded alongside: 1, or any power of two if {@link #sequence} keeps them apart. */
    int segments();

    /** Its documents, in the order in which a batch writes them: what another one refers to comes first. */
    List<DocumentType<?>> documentTypes();

    /** Events with the same value are folded in their order, and wait behind one that failed. */
    String sequence(DomainEvent event);

    /** Whether it fails on an event whose body nobody can decode; else it takes that too. */
    default boolean readsBodies() {
        return true;
    }

    /** Whether it folds events of that class. */
    boolean handles(Class<?> event);

    void on(Object event, EventContext at, Batch batch);
}
