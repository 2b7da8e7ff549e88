package vn.soto.command.dispatch;

/** What the command would create exists already, made by another command; nothing was written. */
public final class AlreadyExistsException extends RuntimeException {

    public AlreadyExistsException(Throwable cause) {
        super("what the command would create exists already", cause);
    }
}
