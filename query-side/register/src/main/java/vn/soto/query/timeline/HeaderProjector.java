package vn.soto.query.timeline;

import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Projector;

/** Projects every event of the ledger in its order, from what is known of it without its body. */
abstract class HeaderProjector implements Projector {

    @Override
    public final String sequence(DomainEvent event) {
        return "all";
    }

    @Override
    public final boolean readsBodies() {
        return false;
    }

    @Override
    public final boolean handles(Class<?> event) {
        return true;
    }
}
