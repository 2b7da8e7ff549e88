package vn.soto.command.dispatch;

/** Other commands changed what this one reads or writes, each time it was handled; nothing was written. Try again. */
public final class ConflictException extends RuntimeException {

    ConflictException(Throwable last) {
        super("the command lost every race", last);
    }
}
