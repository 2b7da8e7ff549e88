package vn.soto.query.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;

/** Queries about the events of a team, as known at a commit. */
@Component
public final class Timelines {

    private final Documents documents;

    Timelines(Documents documents) {
        this.documents = documents;
    }

    /** The places of those of these positions that are events of the team, in ledger order. */
    public List<Place> at(TeamId team, Collection<Long> positions) {
        return TimelineProjector.TIMELINES.at(TimelineProjector.team(team.value()), positions, documents);
    }

    /** Up to {@code limit} places from position {@code from} on. */
    List<Place> page(String team, long from, int limit, long asOf) {
        return TimelineProjector.TIMELINES.from(TimelineProjector.team(team), from, limit, asOf, documents);
    }

    /** The corrections of those of these events that were corrected. */
    Map<String, List<Place>> corrections(Collection<String> events, long asOf) {
        Map<String, List<Place>> corrections = new HashMap<>();
        documents.find(Corrections.KIND, events).forEach((event, found) -> {
            List<Place> by =
                    found.by().stream().filter(place -> place.commit() <= asOf).toList();
            if (!by.isEmpty()) {
                corrections.put(event, by);
            }
        });
        return corrections;
    }
}
