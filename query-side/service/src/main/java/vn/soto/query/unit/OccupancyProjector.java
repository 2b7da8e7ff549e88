package vn.soto.query.unit;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.query.projection.Batch;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.Projector;
import vn.soto.query.source.Position;

/** Every event of a household names the unit it lives in, so one that names another moves it. One segment: it may move. */
@Component
final class OccupancyProjector implements Projector {

    @EventHandler
    void on(HouseholdEvent event, Position at, Batch batch) {
        String household = event.household().value();
        String unit = event.unit().value();
        Optional<Home> before = batch.find(Home.KIND, household);
        if (before.filter(home -> home.unit().equals(unit) || home.position() >= at.position())
                .isPresent()) {
            return;
        }
        before.ifPresent(home -> add(home.unit(), new Occupancy.Row(at.position(), at.commit(), household, -1), batch));
        add(unit, new Occupancy.Row(at.position(), at.commit(), household, 1), batch);
        batch.put(Home.KIND, new Home(household, unit, at.position()));
    }

    private static void add(String unit, Occupancy.Row row, Batch batch) {
        Occupancy occupancy = batch.find(Occupancy.KIND, unit).orElseGet(() -> Occupancy.empty(unit));
        if (row.position() <= occupancy.last()) {
            return;
        }
        Occupancy grown = occupancy.with(row);
        if (grown.isFull()) {
            batch.put(Occupancy.Sealed.KIND, grown.seal());
            grown = grown.afterSeal();
        }
        batch.put(Occupancy.KIND, grown);
    }

    @Override
    public String name() {
        return "occupancy";
    }

    @Override
    public int segments() {
        return 1;
    }

    /** Homes last: once one says where a household lives, its rows are not written again. */
    @Override
    public List<Kind<?>> kinds() {
        return List.of(Occupancy.Sealed.KIND, Occupancy.KIND, Home.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof HouseholdEvent of ? of.household().value() : "other";
    }

    @Override
    public void needs(DomainEvent event, Needs needs) {
        if (event instanceof HouseholdEvent of) {
            needs.document(Home.KIND, of.household().value());
            needs.document(Occupancy.KIND, of.unit().value());
        }
    }
}
