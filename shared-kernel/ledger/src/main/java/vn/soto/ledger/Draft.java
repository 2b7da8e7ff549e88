package vn.soto.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of a commit before the ledger assigns its number, positions, time and chain.
 *
 * @param id          UUID, version 7 recommended; settles an uncertain append
 * @param actor       the answerable actor, from the authenticated principal only
 * @param reason      why, in the actor's words; no personal data
 * @param corrects    id of the event this commit corrects
 * @param correlation id shared by all commits of one undertaking; the command's id when it stands alone
 * @param causation   id of what directly caused this commit; the command's id when a person did
 * @param events      at least one
 * @param guards      aggregates read and not written; each must still have the head it had then
 */
public record Draft(
        UUID id,
        Origin origin,
        String actor,
        @Nullable String reason,
        @Nullable String corrects,
        String correlation,
        String causation,
        List<RecordedEvent> events,
        List<Guard> guards) {

    public Draft {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
        events = List.copyOf(events);
        guards = List.copyOf(guards);
        // Checked here, so that the author of a bad draft gets the error and not a group that contains it.
        Unicode.require(origin, events, actor, reason, corrects, correlation, causation);
    }
}
