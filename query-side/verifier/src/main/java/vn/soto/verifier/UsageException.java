package vn.soto.verifier;

/** The arguments are missing or contradict each other. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
