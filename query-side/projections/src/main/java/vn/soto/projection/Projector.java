package vn.soto.projection;

import java.util.List;
import java.util.Optional;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.source.EventContext;

/**
 * Projects events into documents. The changes depend only on the event, its context and the documents found, so a trial
 * run reveals which documents a batch of events needs. Projecting an event again changes nothing.
 */
public interface Projector {

    String name();

    /**
     * The types of its documents, in the order in which a batch writes them: a document is written before those that
     * refer to it.
     */
    List<DocumentType<?>> documentTypes();

    /**
     * Documents that each process keeps for itself, such as a search index; empty for shared documents. No other answer
     * waits for them.
     */
    default Optional<Documents> own() {
        return Optional.empty();
    }

    /** The progress of its {@link #own} documents over starts; by default they are made anew at each. */
    default KeptProgress ownProgress() {
        return KeptProgress.NONE;
    }

    /** Key of the event's sequence: events with the same key are projected in order and wait behind a failed one. */
    String sequence(DomainEvent event);

    /** Whether an undecodable event fails; a projector that reads no bodies projects it. */
    default boolean readsBodies() {
        return true;
    }

    /** Whether it projects events of this class. */
    boolean handles(Class<?> event);

    void on(Object event, EventContext at, Batch batch);
}
