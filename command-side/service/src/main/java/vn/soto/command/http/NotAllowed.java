package vn.soto.command.http;

/** The principal's roles do not include one that may issue the command. */
final class NotAllowed extends RuntimeException {

    NotAllowed() {
        super("not allowed");
    }
}
