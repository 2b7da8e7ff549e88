package vn.soto.command.dispatch;

/** The aggregate that the command would create exists already, created by another command; nothing was written. */
public final class AlreadyExistsException extends RuntimeException {

    public AlreadyExistsException(Throwable cause) {
        super("what the command would create exists already", cause);
    }
}
