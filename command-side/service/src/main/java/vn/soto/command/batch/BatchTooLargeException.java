package vn.soto.command.batch;

/** More than one batch may hold; nothing of it was done. */
public final class BatchTooLargeException extends RuntimeException {

    public BatchTooLargeException() {
        super("a batch has at most " + CommandBatch.MOST_LINES + " lines and " + CommandBatch.MOST_BYTES + " bytes");
    }
}
