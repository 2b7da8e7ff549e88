package vn.soto.projection.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;

/**
 * Where an event stands in the ledger, and what its commit says about it; handlers take it as a parameter.
 *
 * @param commit   number of the commit, dense from 1
 * @param position of the event, dense from 0 over the whole ledger; grows with (commit, index)
 * @param index    of the event within its commit, from 0
 * @param at       when the commit was recorded
 * @param event    the event's id
 * @param actor    who is answerable
 * @param corrects id of the event this one's commit corrects
 * @param tags     as stored
 */
public record EventContext(
        long commit,
        long position,
        int index,
        Instant at,
        String event,
        String actor,
        @Nullable String corrects,
        List<String> tags) {

    /** Under this key of a message's metadata. */
    static final String KEY = "position";

    static EventContext of(Commit commit, int index) {
        RecordedEvent event = commit.events().get(index);
        return new EventContext(
                commit.number(),
                commit.first() + index,
                index,
                commit.at(),
                event.id(),
                commit.actor(),
                commit.corrects(),
                event.tags());
    }

    public static EventContext of(Message<?> message) {
        return (EventContext) Objects.requireNonNull(message.getMetaData().get(KEY), "a message of the ledger");
    }
}
