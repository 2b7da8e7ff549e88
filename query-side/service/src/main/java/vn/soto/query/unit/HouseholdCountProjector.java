package vn.soto.query.unit;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;

/** Every event of a household names the unit it lives in, so one that names another moves it. One segment: it may move. */
@Component
final class HouseholdCountProjector implements Projector {

    @EventHandler
    void on(HouseholdEvent event, EventContext at, Batch batch) {
        String household = event.household().value();
        String unit = event.unit().value();
        Optional<HouseholdUnit> before = batch.find(HouseholdUnit.KIND, household);
        if (before.filter(home -> home.unit().equals(unit) || home.position() >= at.position())
                .isPresent()) {
            return;
        }
        before.ifPresent(
                home -> add(home.unit(), new HouseholdCount.Row(at.position(), at.commit(), household, -1), batch));
        add(unit, new HouseholdCount.Row(at.position(), at.commit(), household, 1), batch);
        batch.put(HouseholdUnit.KIND, new HouseholdUnit(household, unit, at.position()));
    }

    private static void add(String unit, HouseholdCount.Row row, Batch batch) {
        HouseholdCount occupancy = batch.find(HouseholdCount.KIND, unit).orElseGet(() -> HouseholdCount.empty(unit));
        if (row.position() <= occupancy.last()) {
            return;
        }
        HouseholdCount grown = occupancy.with(row);
        if (grown.isFull()) {
            batch.put(HouseholdCount.Sealed.KIND, grown.seal());
            grown = grown.afterSeal();
        }
        batch.put(HouseholdCount.KIND, grown);
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
    public List<DocumentType<?>> documentTypes() {
        return List.of(HouseholdCount.Sealed.KIND, HouseholdCount.KIND, HouseholdUnit.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof HouseholdEvent of ? of.household().value() : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof HouseholdEvent of) {
            needs.document(HouseholdUnit.KIND, of.household().value());
            needs.document(HouseholdCount.KIND, of.unit().value());
        }
    }
}
