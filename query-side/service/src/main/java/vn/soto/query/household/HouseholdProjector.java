package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.query.projection.Batch;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.Projector;
import vn.soto.query.source.Position;

@Component
final class HouseholdProjector implements Projector {

    @EventHandler
    void on(HouseholdEvent event, Position at, Batch batch) {
        switch (event) {
            case HouseholdRegistered registered -> registered(registered, at, batch);
            case HouseholdAssigned assigned -> charged(event, assigned.to(), assigned.effectiveFrom(), at, batch);
            case HouseholdReassigned reassigned ->
                charged(event, reassigned.to(), reassigned.effectiveFrom(), at, batch);
        }
    }

    private static void registered(HouseholdRegistered event, Position at, Batch batch) {
        String id = event.household().value();
        if (batch.find(Household.KIND, id).isEmpty()) {
            batch.put(
                    Household.KIND, new Household(id, at.commit(), event.unit().value(), event.reference(), List.of()));
        }
    }

    private static void charged(HouseholdEvent event, Responsible to, LocalDate from, Position at, Batch batch) {
        Household household =
                batch.find(Household.KIND, event.household().value()).orElseThrow();
        batch.put(
                Household.KIND,
                household.with(new Household.Charge(
                        at.position(),
                        at.commit(),
                        to.team().value(),
                        to.member().value(),
                        from)));
    }

    @Override
    public String name() {
        return "households";
    }

    @Override
    public int segments() {
        return 4;
    }

    @Override
    public List<Kind<?>> kinds() {
        return List.of(Household.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof HouseholdEvent of ? of.household().value() : "other";
    }

    @Override
    public void needs(DomainEvent event, Needs needs) {
        if (event instanceof HouseholdEvent of) {
            needs.document(Household.KIND, of.household().value());
        }
    }
}
