package vn.soto.query.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.config.QuerySideConfiguration;

/** Fetches events with their commits from the ledger. */
@Component
public record EventLoader(
        @Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger) {

    /** Limit of commits in memory at once: a timeline may be long. */
    private static final int AT_ONCE = 500;

    /** An event with its position and its commit. */
    public record Body(long position, RecordedEvent event, Commit commit) {}

    /** The events in the order of the positions, which is the ledger's; without those of damaged commits. */
    public List<Body> of(List<Place> places) {
        List<Body> bodies = new ArrayList<>(places.size());
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            List<Place> some = places.subList(from, Math.min(from + AT_ONCE, places.size()));
            Map<Long, Commit> commits = ledger
                    .readAt(some.stream().map(Place::commit).distinct().toList())
                    .stream()
                    .filter(Commit.class::isInstance)
                    .map(Commit.class::cast)
                    .collect(Collectors.toMap(Commit::number, Function.identity()));
            some.forEach(place -> Optional.ofNullable(commits.get(place.commit()))
                    .ifPresent(commit -> bodies.add(body(place, commit))));
        }
        return bodies;
    }

    private static Body body(Place place, Commit commit) {
        int index = (int) (place.position() - commit.first());
        return new Body(place.position(), commit.events().get(index), commit);
    }
}
