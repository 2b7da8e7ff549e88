package vn.soto.command.batch;

/**
 * The line names an aggregate of an earlier line that must be retried first; nothing was written. The client sends both
 * lines again.
 */
public final class DependsOnFailedLineException extends RuntimeException {

    DependsOnFailedLineException() {
        super("an earlier line comes first", null, false, false);
    }
}
