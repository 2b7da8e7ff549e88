package vn.soto.plans.imports;

/** The file has rows with findings, and the request does not leave them out; nothing was written. */
public final class InvalidRowsException extends RuntimeException {

    private final transient DryRunReport report;

    InvalidRowsException(DryRunReport report) {
        super(report.wrong() + " wrong rows", null, false, false);
        this.report = report;
    }

    public DryRunReport report() {
        return report;
    }
}
