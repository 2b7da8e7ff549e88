package vn.soto.query.search;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.query.event.Place;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.CommitWaits;

/** Finds events by account, kind, subject, day of recording and the people that they name. */
@Component
public record EventIndex(SearchIndex index, Projections projections, CommitWaits waits) {

    /**
     * The places of events that were recorded by a commit, the last first. It waits until the index holds all of them: one that
     * lacks some would be taken for a proof that there are none.
     *
     * @param before position before which they are
     * @throws QueryProblemException if the index does not hold them in time, or too many queries wait
     */
    public List<Place> newest(EventCondition condition, long before, int most, long asOf) {
        await(asOf);
        return index.events(condition.lucene(before, asOf), most);
    }

    /**
     * The places of all events that name a subject and were recorded by a commit, the first first. It waits as
     * {@link #newest} does.
     *
     * @throws QueryProblemException if the index does not hold them in time, or too many queries wait
     */
    public List<Place> naming(Subject subject, long asOf) {
        await(asOf);
        return index.events(EventCondition.naming(subject, asOf));
    }

    private void await(long commit) {
        Projection search = projections.named(SearchProjector.NAME).orElseThrow();
        waits.await(commit, search::folded, search::await);
    }
}
