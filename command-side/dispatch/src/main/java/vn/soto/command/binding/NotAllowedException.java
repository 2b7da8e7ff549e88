package vn.soto.command.binding;

/** The principal's roles do not include one that may issue the command. */
public final class NotAllowedException extends RuntimeException {

    public NotAllowedException() {
        super("not allowed");
    }
}
