package vn.soto.commandnode.prepare;

import org.jspecify.annotations.Nullable;

/** The command line or the environment does not say what is needed. */
final class UsageException extends RuntimeException {

    UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
