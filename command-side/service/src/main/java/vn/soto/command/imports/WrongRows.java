package vn.soto.command.imports;

/** Some rows cannot become commands, and nobody said to leave them out; nothing was written. */
public final class WrongRows extends RuntimeException {

    private final transient Trial trial;

    WrongRows(Trial trial) {
        super(trial.wrong() + " wrong rows", null, false, false);
        this.trial = trial;
    }

    public Trial trial() {
        return trial;
    }
}
