package vn.soto.projection.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;

/**
 * The position of an event in the ledger and the metadata of its commit; a parameter of event handlers.
 *
 * @param commit   number of the commit, dense from 1
 * @param position position of the event, dense from 0 over the whole ledger; grows with (commit, index)
 * @param index    index of the event within its commit, from 0
 * @param at       time at which the commit was recorded
 * @param event    the event's id
 * @param actor    account that is answerable
 * @param corrects id of the event this one's commit corrects
 * @param tags     tags as stored
 * @param correlation id of the undertaking to which the commit belongs; absent for a command that stands alone
 * @param aggregate id of the event's aggregate; absent if it has none
 * @param chain     chain hash of the commit; absent if it is damaged
 * @param device    id of the device on which the command was entered, as the device states it; absent if it states none
 */
public record EventContext(
        long commit,
        long position,
        int index,
        Instant at,
        String event,
        String actor,
        @Nullable String corrects,
        List<String> tags,
        @Nullable String correlation,
        @Nullable String aggregate,
        @Nullable String device,
        @Nullable Hash chain) {

    private static final String DEVICE = "device";

    /** Key of the context in a message's metadata. */
    static final String KEY = "position";

    public static EventContext of(Commit commit, int index) {
        RecordedEvent event = commit.events().get(index);
        return new EventContext(
                commit.number(),
                commit.first() + index,
                index,
                commit.at(),
                event.id(),
                commit.actor(),
                commit.corrects(),
                event.tags(),
                standsAlone(commit) ? null : commit.correlation(),
                event.aggregate() == null ? null : event.aggregate().id(),
                event.metadata().get(DEVICE),
                commit.chain());
    }

    /** The correlation of such a command is its id, which no other commit needs to be found by. */
    private static boolean standsAlone(Commit commit) {
        return commit.origin() instanceof Origin.Command command
                && commit.correlation().equals(command.id().toString());
    }

    /** Nothing but the place is known of an event of a damaged commit. */
    static EventContext of(DamagedCommit damaged, int index) {
        return new EventContext(
                damaged.number(),
                Math.max(0, damaged.first()) + index,
                index,
                Instant.EPOCH,
                damaged.number() + "." + index,
                "",
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    public static EventContext of(Message<?> message) {
        return (EventContext) Objects.requireNonNull(message.getMetaData().get(KEY), "a message of the ledger");
    }
}
