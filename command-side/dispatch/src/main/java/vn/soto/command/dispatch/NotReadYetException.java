package vn.soto.command.dispatch;

/** The ledger is not read so far that a question about earlier commits can be answered. */
final class NotReadYetException extends RuntimeException {

    NotReadYetException() {
        super("not read yet", null, false, false);
    }
}
