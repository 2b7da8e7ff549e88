package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * What a member is to look at again on the days of one quarter.
 *
 * @param id {@code <member>/<quarter>}
 */
public record FollowUps(@BsonId String id, List<Item> items) implements ReadModel {

    static final DocumentType<FollowUps> KIND = new DocumentType<>("follow-ups", FollowUps.class);

    /** {@link Item#until} of what is still open. */
    static final long OPEN = Long.MAX_VALUE;

    /**
     * @param position of the event since which it is so, its identity together with {@code assistance}
     * @param from     commit since which it is so
     * @param until    commit since which it is no longer
     * @param routed   because the household passed to them
     */
    public record Item(String assistance, long position, long from, long until, LocalDate on, boolean routed) {

        boolean openAt(long commit) {
            return from <= commit && commit < until;
        }
    }

    FollowUps with(Item item) {
        return new FollowUps(id, VersionedRows.with(items, item, Item::position));
    }
}
