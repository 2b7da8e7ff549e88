package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.timeline.EventLoader.Body;

/** Histories of single aggregates, read from the ledger. */
@Component
public final class Histories {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventLoader bodies;

    Histories(@Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger, EventLoader bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
    }

    /** The events of an aggregate in ledger order, up to a commit; empty if the aggregate did not exist. */
    public List<Body> of(String aggregate, long asOf) {
        List<Place> places = new ArrayList<>();
        List<StoredEvent> page = ledger.aggregate(aggregate, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(stored -> stored.commit() <= asOf)
                    .forEach(stored -> places.add(new Place(stored.position(), stored.commit())));
            boolean more = page.size() == PAGE && page.getLast().commit() <= asOf;
            page = more ? ledger.aggregate(aggregate, places.size(), PAGE) : List.of();
        }
        return bodies.of(places);
    }
}
