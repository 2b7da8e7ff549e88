package vn.soto.command.dispatch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.soto.events.DecodedCommits;

/**
 * The file in which a {@link TeamIndex} is kept, its memory, and the reader that it follows while it is made.
 *
 * @param file    absent if the index is made anew at each start
 * @param program tells this version of the program from every other that makes another index of a ledger
 * @param bytes   of the days of help that are in memory
 */
public record IndexPlace(@Nullable Path file, String program, long bytes, DecodedCommits reader) {

    static final long FEW_BYTES = 16L * 1024 * 1024;

    /** In memory alone, of which it takes little. */
    public static final IndexPlace NONE = inMemory(FEW_BYTES);

    public static IndexPlace inMemory(long bytes) {
        return new IndexPlace(null, "", bytes, DecodedCommits.NONE);
    }
}
