package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.timeline.Timeline.Place;

/** Which events concern a team, as it was known at a commit. */
@Component
public final class Timelines {

    private final Documents documents;

    Timelines(Documents documents) {
        this.documents = documents;
    }

    /** Positions of all events of a team, mapped to their commits, in ledger order. */
    public List<Place> of(TeamId team, long asOf) {
        return page(team.value(), 0, Integer.MAX_VALUE, asOf);
    }

    /** Up to {@code limit} places from position {@code from} on. */
    List<Place> page(String team, long from, int limit, long asOf) {
        Optional<Timeline> found = documents.find(Timeline.KIND, "team:" + team);
        List<Place> places = new ArrayList<>();
        found.ifPresent(timeline -> {
            int first = first(timeline, from);
            int most = (int) Math.min(timeline.kept().size(), first + (long) limit / Timeline.PLACES + 2);
            List<String> ids =
                    IntStream.range(first, most).mapToObj(timeline::history).toList();
            Map<String, Timeline.Sealed> lists = documents.find(Timeline.Sealed.KIND, ids);
            ids.forEach(id -> Optional.ofNullable(lists.get(id)).ifPresent(list -> places.addAll(list.places())));
            places.addAll(timeline.places());
        });
        return places.stream()
                .filter(place -> place.position() >= from && place.commit() <= asOf)
                .limit(limit)
                .toList();
    }

    /** The list in which {@code from} may stand. */
    private static int first(Timeline timeline, long from) {
        return IntStream.range(0, timeline.kept().size())
                .filter(number -> timeline.kept().get(number) <= from)
                .reduce((a, b) -> b)
                .orElse(0);
    }

    /** For each of these events that was corrected: by what. */
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
