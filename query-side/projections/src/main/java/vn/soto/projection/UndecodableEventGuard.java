package vn.soto.projection;

import org.axonframework.eventhandling.EventHandler;
import vn.soto.projection.source.UndecodableEvent;

/** Fails on every event that could not be decoded, so that it becomes a dead letter of each projection that reads bodies. */
final class UndecodableEventGuard {

    @EventHandler
    @SuppressWarnings("DoNotCallSuggester") // Axon calls it
    void on(UndecodableEvent poison) {
        throw poison.cause();
    }
}
