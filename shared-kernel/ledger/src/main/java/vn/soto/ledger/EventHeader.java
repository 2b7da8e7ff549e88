package vn.soto.ledger;

import java.util.List;

/** The subject of an event without its content: enough to tell whether it must be read. */
public record EventHeader(long position, long commit, EventType type, List<String> tags) {

    /** The headers of the events of commits. */
    public static List<EventHeader> of(List<Commit> commits) {
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
