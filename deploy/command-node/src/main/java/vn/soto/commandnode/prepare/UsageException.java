package vn.soto.commandnode.prepare;

import org.jspecify.annotations.Nullable;

/** The command line or the environment lacks a required value. */
final class UsageException extends RuntimeException {

    UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
