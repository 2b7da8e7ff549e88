package vn.soto.command.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.soto.domain.shared.Warning;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/**
 * The outcome of a recorded command. It depends on the commit and those before it, so a repeat gets the first answer.
 * The exception is a number that was not known the first time.
 *
 * @param commit     number of the commit, for {@code atLeast} of queries
 * @param recordedAt time of the commit
 * @param created    ids of the aggregates that the command created
 * @param repeat     whether the command was recorded before this submission
 */
public record CommandOutcome(
        UUID command, long commit, Instant recordedAt, List<String> created, List<Warning> warnings, boolean repeat) {

    /** Ids of the aggregates that a commit creates and clients name. */
    public static List<String> created(Commit commit) {
        return commit.events().stream()
                .map(RecordedEvent::aggregate)
                .filter(Objects::nonNull)
                .filter(place -> place.sequence() == 0)
                .filter(place -> !isInner(place))
                .map(StreamPosition::id)
                .toList();
    }

    /**
     * Aggregates that no client names, such as the caseload of a member, have a kind before their id. A single one,
     * such as the list of erasures, has its kind as id.
     */
    private static boolean isInner(StreamPosition place) {
        return place.id().indexOf(':') >= 0 || place.id().equals(place.type());
    }
}
