package vn.soto.verifier;

/** Something that the ledger pins by its hash is not what its events make. */
final class ContentDiffersException extends RuntimeException {

    ContentDiffersException(String message) {
        super(message);
    }
}
