package vn.soto.contracts.unit;

import java.util.Set;
import vn.soto.contracts.shared.DomainEvent;

/** An event that concerns one unit and nothing else. */
public interface OfUnit extends DomainEvent {

    UnitId unit();

    @Override
    default Set<String> tags() {
        return Set.of("unit:" + unit());
    }
}
