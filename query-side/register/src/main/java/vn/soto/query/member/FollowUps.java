package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The follow-ups of a member that are due in one quarter.
 *
 * @param id {@code <member>/<quarter>}
 */
public record FollowUps(@BsonId String id, List<Item> items) implements ReadModel {

    static final DocumentType<FollowUps> KIND = new DocumentType<>("follow-ups", FollowUps.class);

    /** {@link Item#until} of an open follow-up. */
    static final long OPEN = Long.MAX_VALUE;

    /**
     * @param position position of the event that made it due; with {@code assistance} its identity
     * @param from     commit that made it due
     * @param until    commit that closed it
     * @param routed   whether it is due because the household passed to the member
     */
    public record Item(AssistanceId assistance, long position, long from, long until, LocalDate on, boolean routed) {

        boolean openAt(long commit) {
            return from <= commit && commit < until;
        }
    }

    FollowUps with(Item item) {
        return new FollowUps(id, VersionedRows.with(items, item, Item::position));
    }
}
