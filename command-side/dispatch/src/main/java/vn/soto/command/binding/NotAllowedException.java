package vn.soto.command.binding;

/** None of the principal's roles may issue the command. */
public final class NotAllowedException extends RuntimeException {

    public NotAllowedException() {
        super("not allowed");
    }
}
