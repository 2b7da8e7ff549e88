package vn.soto.query.reading;

import org.jspecify.annotations.Nullable;

/**
 * Why names are opened, as it is entered in the register of reads.
 *
 * @param words what was added; sealed before it is entered
 */
public record StatedReason(NamesReason reason, @Nullable String words) {

    /** Says nothing of the words. */
    @Override
    public String toString() {
        return "StatedReason[" + reason + "]";
    }
}
