package vn.soto.command.dispatch;

/**
 * At every attempt another command changed an aggregate that this one reads or writes; nothing was written. Try again.
 */
public final class ConflictException extends RuntimeException {

    ConflictException(Throwable last) {
        super("the command lost every race", last);
    }
}
