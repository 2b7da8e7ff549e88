package vn.soto.query.projection;

import org.axonframework.eventhandling.EventHandler;
import vn.soto.query.source.Poison;

/** Fails on every event that could not be decoded, so that it becomes a dead letter of each projection that reads bodies. */
final class PoisonRefuser {

    @EventHandler
    @SuppressWarnings("DoNotCallSuggester") // Axon calls it
    void on(Poison poison) {
        throw poison.cause();
    }
}
