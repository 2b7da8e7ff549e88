package vn.soto.query.member;

import java.time.LocalDate;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.projection.KeyedListType;

/** The follow-ups of a member that are due in one quarter. */
public final class FollowUps {

    /** By {@code <member>/<quarter>}. */
    static final KeyedListType<Item> ITEMS =
            KeyedListType.of("follow-ups", Item.class, item -> item.assistance().value(), Item::position);

    private FollowUps() {}

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
}
