package vn.soto.edge;

import org.jspecify.annotations.Nullable;

/** The issuer's keys are unusable; the message states the fault. */
final class KeysUnusableException extends RuntimeException {

    KeysUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
