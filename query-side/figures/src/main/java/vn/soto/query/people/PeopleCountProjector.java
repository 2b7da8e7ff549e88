package vn.soto.query.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.people.PeopleCountEvent;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountWithdrawn;
import vn.soto.contracts.people.PeopleCountEvent.PeopleStated;
import vn.soto.contracts.report.FigureSource;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

@Component
final class PeopleCountProjector extends EventProjector<PeopleCountEvent> {

    PeopleCountProjector() {
        super("people-counts", PeopleCountEvent.class, event -> event.unit().value(), List.of(UnitPeople.KIND));
    }

    @Override
    protected void fold(PeopleCountEvent event, EventContext at, Batch batch) {
        switch (event) {
            case PeopleStated stated -> put(event, stated.persons(), stated.source(), at, batch);
            case PeopleCountWithdrawn _ -> put(event, null, null, at, batch);
        }
    }

    private static void put(
            PeopleCountEvent event,
            @Nullable Long persons,
            @Nullable FigureSource source,
            EventContext at,
            Batch batch) {
        String unit = event.unit().value();
        UnitPeople known = batch.find(UnitPeople.KIND, unit).orElseGet(() -> new UnitPeople(unit, List.of()));
        batch.put(
                UnitPeople.KIND,
                known.with(new UnitPeople.CountRow(
                        at.position(),
                        at.commit(),
                        Micros.of(at.at()),
                        at.actor(),
                        event.people(),
                        event.on().toEpochDay(),
                        persons,
                        source)));
    }
}
