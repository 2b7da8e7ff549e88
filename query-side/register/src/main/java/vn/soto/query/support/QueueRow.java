package vn.soto.query.support;

import java.time.LocalDate;
import vn.soto.projection.Stamped;

/**
 * The entry of a request into a queue, or its exit.
 *
 * @param enters true for an entry, false for an exit
 */
public record QueueRow(long position, long commit, Entry entry, boolean enters) implements Stamped {

    /** @param received position of the event that recorded the request: the order of a queue */
    public record Entry(String request, long received, LocalDate dueOn) {}
}
