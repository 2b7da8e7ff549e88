package vn.soto.projection;

import java.util.List;
import vn.soto.contracts.shared.DomainEvent;

/**
 * Folds events into documents through its {@code @EventHandler} methods, which take the event, its
 * {@link vn.soto.projection.source.Position} and the {@link Batch}. Taking an event again must change nothing.
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

    /** Names the documents the event needs, as far as can be told from it, so that a batch reads them at once. */
    void keysOf(DomainEvent event, DocumentKeys needs);

    /** Names what can only be told from documents read already; what nobody names is read when it is looked for. */
    default void keysAfterLoad(DomainEvent event, Batch batch, DocumentKeys needs) {}

    /** Takes the names of documents. */
    @FunctionalInterface
    interface DocumentKeys {

        void document(DocumentType<?> kind, String id);
    }
}
