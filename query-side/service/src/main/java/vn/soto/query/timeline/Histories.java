package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.timeline.EventLoader.Body;

/** Everything that happened to one aggregate, from the ledger itself. */
@Component
public final class Histories {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventLoader bodies;

    Histories(LedgerReader ledger, EventLoader bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
    }

    /** In ledger order, up to that commit; nothing if there is no such aggregate, or was none yet. */
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
