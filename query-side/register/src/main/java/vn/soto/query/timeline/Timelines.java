package vn.soto.query.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.event.Place;

/** Queries about the events of a team, as known at a commit. */
@Component
public record Timelines(Documents documents) {

    /** The places of those of these positions that are events of the team, in ledger order. */
    public List<Place> at(TeamId team, Collection<Long> positions) {
        return places(TimelineProjector.TEAMS.at(team.value(), positions, documents));
    }

    /** All places up to a commit. */
    public List<Place> all(TeamId team, long asOf) {
        return page(team.value(), 0, Integer.MAX_VALUE, asOf);
    }

    /** Up to {@code limit} places from position {@code from} on. */
    List<Place> page(String team, long from, int limit, long asOf) {
        return places(TimelineProjector.TEAMS.from(team, from, limit, asOf, documents));
    }

    private static List<Place> places(List<TimelineRow> rows) {
        return rows.stream().map(TimelineRow::place).toList();
    }

    /** Those of these aggregates of which something was corrected up to a commit. */
    Set<String> corrected(Collection<String> aggregates, long asOf) {
        Map<String, Corrections> known = documents.find(
                Corrections.KIND, aggregates.stream().map(Corrections::of).toList());
        return aggregates.stream()
                .filter(aggregate -> Optional.ofNullable(known.get(Corrections.of(aggregate)))
                        .filter(found -> found.by().stream().anyMatch(place -> place.commit() <= asOf))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
