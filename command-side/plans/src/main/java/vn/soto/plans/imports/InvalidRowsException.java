package vn.soto.plans.imports;

/** Some rows cannot become commands, and nobody said to leave them out; nothing was written. */
public final class InvalidRowsException extends RuntimeException {

    private final transient DryRunReport trial;

    InvalidRowsException(DryRunReport trial) {
        super(trial.wrong() + " wrong rows", null, false, false);
        this.trial = trial;
    }

    public DryRunReport trial() {
        return trial;
    }
}
