package vn.soto.command.batch;

/** An earlier line of the batch, which this one names, is to be sent again first; nothing was written. Send both again. */
public final class DependsOnFailedLineException extends RuntimeException {

    DependsOnFailedLineException() {
        super("an earlier line comes first", null, false, false);
    }
}
