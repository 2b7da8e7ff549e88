package vn.soto.projection;

import vn.soto.contracts.shared.DomainEvent;

/** A projector of tests that projects every event, all in one sequence, unless it says otherwise. */
public interface PlainProjector extends Projector {

    @Override
    default String name() {
        return getClass().getSimpleName();
    }

    @Override
    default String sequence(DomainEvent event) {
        return "all";
    }

    @Override
    default boolean handles(Class<?> event) {
        return true;
    }
}
