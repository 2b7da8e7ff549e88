package vn.soto.command.desk;

/** Other commands changed what this one reads or writes, each time it was handled; nothing was written. Try again. */
public final class LostRace extends RuntimeException {

    LostRace(Throwable last) {
        super("the command lost every race", last);
    }
}
