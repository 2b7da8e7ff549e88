package vn.soto.query.unit;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.projection.Batch;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.Projector;
import vn.soto.query.source.Position;

/** One segment: siblings share their parent's list. */
@Component
final class UnitProjector implements Projector {

    @EventHandler
    void on(UnitEstablished event, Position at, Batch batch) {
        UnitId parent = event.parent();
        batch.put(
                Unit.KIND,
                new Unit(
                        event.unit().value(),
                        at.commit(),
                        event.kind(),
                        event.name(),
                        event.officialCode(),
                        parent == null ? null : parent.value(),
                        event.instrument().number(),
                        event.instrument().signedOn(),
                        event.effectiveFrom()));
        String place = place(event);
        Children siblings = batch.find(Children.KIND, place).orElseGet(() -> new Children(place, List.of()));
        batch.put(Children.KIND, siblings.with(new Children.Child(event.unit().value(), at.commit())));
    }

    private static String place(UnitEstablished event) {
        UnitId parent = event.parent();
        return parent == null ? Children.TOP : parent.value();
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<Kind<?>> kinds() {
        return List.of(Unit.KIND, Children.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof UnitEvent of ? of.unit().value() : "other";
    }

    @Override
    public void needs(DomainEvent event, Needs needs) {
        if (event instanceof UnitEstablished established) {
            needs.document(Children.KIND, place(established));
        }
    }
}
