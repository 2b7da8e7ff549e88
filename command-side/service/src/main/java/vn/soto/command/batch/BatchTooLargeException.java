package vn.soto.command.batch;

/** The batch exceeds a limit; no line of it ran. */
public final class BatchTooLargeException extends RuntimeException {

    public BatchTooLargeException() {
        super("a batch has at most " + CommandBatch.MOST_LINES + " lines and " + CommandBatch.MOST_BYTES + " bytes");
    }
}
