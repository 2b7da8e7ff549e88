package vn.soto.commandnode.prepare;

import org.jspecify.annotations.Nullable;

/** The command line or the environment does not say what is needed. */
final class Unclear extends RuntimeException {

    Unclear(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
