package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.timeline.Timeline.Place;

/** Fetches events with their commits from the ledger, neighbours together. */
@Component
public final class Bodies {

    /** Reading past a few commits costs less than asking again. */
    private static final int GAP = 16;

    private static final int AT_ONCE = 500;

    private final LedgerReader ledger;

    Bodies(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** An event, its position, and the commit that says who, when and why. */
    public record Body(long position, RecordedEvent event, Commit commit) {}

    /** In the order asked for, which is the ledger's. */
    public List<Body> of(List<Place> places) {
        List<Body> bodies = new ArrayList<>(places.size());
        int next = 0;
        while (next < places.size()) {
            int end = neighbours(places, next);
            long first = places.get(next).commit();
            int count = (int) (places.get(end - 1).commit() - first) + 1;
            List<Commit> commits = commits(first, count);
            for (Place place : places.subList(next, end)) {
                Commit commit = commits.get((int) (place.commit() - first));
                int index = (int) (place.position() - commit.first());
                bodies.add(new Body(place.position(), commit.events().get(index), commit));
            }
            next = end;
        }
        return bodies;
    }

    /** The ledger may cut a page short. */
    private List<Commit> commits(long first, int count) {
        List<Commit> commits = new ArrayList<>(count);
        while (commits.size() < count) {
            long next = first + commits.size();
            List<Commit> page = ledger.commits(next, count - commits.size());
            if (page.isEmpty()) {
                throw new IllegalStateException("the ledger has no commit " + next + ", which a timeline names");
            }
            commits.addAll(page);
        }
        return commits;
    }

    private static int neighbours(List<Place> places, int from) {
        long first = places.get(from).commit();
        int end = from + 1;
        while (end < places.size()
                && places.get(end).commit() - places.get(end - 1).commit() <= GAP
                && places.get(end).commit() - first < AT_ONCE) {
            end++;
        }
        return end;
    }
}
