package vn.soto.projection;

import org.axonframework.eventhandling.EventHandler;
import vn.soto.projection.source.DamagedEvent;

/** Fails on every event of a damaged commit, which thereby becomes a dead letter of each projection. */
final class DamagedEventGuard {

    @EventHandler
    @SuppressWarnings("DoNotCallSuggester") // called by Axon
    void on(DamagedEvent damaged) {
        throw damaged.cause();
    }
}
