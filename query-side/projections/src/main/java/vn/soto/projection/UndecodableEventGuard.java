package vn.soto.projection;

import org.axonframework.eventhandling.EventHandler;
import vn.soto.projection.source.UndecodableEvent;

/** Fails on every undecodable event, which thereby becomes a dead letter of each projection that reads bodies. */
final class UndecodableEventGuard {

    @EventHandler
    @SuppressWarnings("DoNotCallSuggester") // called by Axon
    void on(UndecodableEvent poison) {
        throw poison.cause();
    }
}
