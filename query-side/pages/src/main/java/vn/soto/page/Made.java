package vn.soto.page;

import org.jspecify.annotations.Nullable;
import vn.soto.web.Sendable;

/**
 * A page rendered without the frame around it.
 *
 * @param answer   address and status of the answer, without the body
 * @param main     HTML of the element that tells the answer
 * @param personal whether it tells of people: it is in no cache
 * @param sent     the same as it is sent by itself; absent until somebody else may be sent it too
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only kept and written.
public record Made(
        ApiAnswer answer,
        String title,
        byte[] main,
        boolean personal,
        @Nullable Sendable sent) {

    /** To be compressed once for all who are sent it. */
    public Made shared() {
        return new Made(answer, title, main, personal, Sendable.of(main));
    }

    /** Bytes that it takes in memory. */
    public long size() {
        return 2L * main.length;
    }
}
