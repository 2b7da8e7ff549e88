package vn.soto.query.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.projection.supposed.Supposition;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.event.EventLoader.Body;

/** Histories of single aggregates, read from the ledger. Thread-safe. */
@Component
public final class Histories {

    private static final int PAGE = 500;

    /**
     * Aggregates of the whole ledger that most answers read: the catalogue of services, the policy, the days on which
     * offices work. Each has an event a year or so, and its events up to a commit never change. So these are kept, and
     * only later ones are read.
     */
    private static final Set<String> KEPT = Set.of("catalogue", "policy", "working-days");

    private static final Known NONE = new Known(List.of(), 0, -1);

    private final LedgerReader ledger;
    private final EventLoader bodies;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Histories(@Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger, EventLoader bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
    }

    /**
     * @param events number of the events up to a commit, those of damaged commits too
     * @param upTo   that commit
     */
    private record Known(List<Body> bodies, long events, long upTo) {

        static Known later(Known one, Known other) {
            return one.upTo >= other.upTo ? one : other;
        }
    }

    /** The events of an aggregate in ledger order, up to a commit; empty if the aggregate did not exist. */
    public List<Body> of(String aggregate, long asOf) {
        if (!KEPT.contains(aggregate) || Supposition.isSupposing()) {
            return read(aggregate, NONE, asOf).bodies;
        }
        Known found = known.getOrDefault(aggregate, NONE);
        if (found.upTo < asOf) {
            found = read(aggregate, found, asOf);
            known.merge(aggregate, found, Known::later);
        }
        return found.bodies.stream()
                .filter(body -> body.commit().number() <= asOf)
                .toList();
    }

    private Known read(String aggregate, Known before, long asOf) {
        List<Place> places = new ArrayList<>();
        List<StoredEvent> page = ledger.aggregate(aggregate, before.events, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(stored -> stored.commit() <= asOf)
                    .forEach(stored -> places.add(new Place(stored.position(), stored.commit())));
            boolean more = page.size() == PAGE && page.getLast().commit() <= asOf;
            page = more ? ledger.aggregate(aggregate, before.events + places.size(), PAGE) : List.of();
        }
        return new Known(
                Stream.concat(before.bodies.stream(), bodies.of(places).stream())
                        .toList(),
                before.events + places.size(),
                asOf);
    }
}
