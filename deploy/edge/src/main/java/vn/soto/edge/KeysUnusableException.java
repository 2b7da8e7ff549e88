package vn.soto.edge;

import org.jspecify.annotations.Nullable;

/** The issuer's keys cannot be used, and why. */
final class KeysUnusableException extends RuntimeException {

    KeysUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
