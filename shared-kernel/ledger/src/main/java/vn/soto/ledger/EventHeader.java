package vn.soto.ledger;

import java.util.List;
import java.util.Set;

/** An event without its content: what tells whether it is of interest. */
public record EventHeader(long position, long commit, EventType type, Set<String> tags) {

    /** The headers of the events of commits. */
    static List<EventHeader> of(List<Commit> commits) {
        return commits.stream()
                .flatMap(commit -> commit.stored().stream())
                .map(stored -> new EventHeader(
                        stored.position(),
                        stored.commit(),
                        stored.event().type(),
                        stored.event().tags()))
                .toList();
    }
}
