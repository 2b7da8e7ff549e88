package vn.soto.query.support;

import java.time.LocalDate;
import vn.soto.projection.Stamped;

/**
 * That a request came into a queue, or left it.
 *
 * @param enters or else leaves
 */
public record QueueRow(long position, long commit, Entry entry, boolean enters) implements Stamped {

    /** @param received position of the event by which the request is known: the order of a queue */
    public record Entry(String request, long received, LocalDate dueOn) {}
}
