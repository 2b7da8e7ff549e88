package vn.soto.privacy.reads;

import org.jspecify.annotations.Nullable;

/** Entries of the register that are not certainly recorded: what they are about must not be shown. */
public final class ReadsNotRecordedException extends RuntimeException {

    public ReadsNotRecordedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
