package vn.soto.contracts.report;

/** A report below of which no version was accepted: it is named, and nothing of it is counted. */
public record MissingPart(Reporter reporter, Why why) {

    /** The name is stored and never changes. */
    public enum Why {
        NOT_SUBMITTED,
        /** Submitted and neither accepted nor returned. */
        WAITING,
        RETURNED,
        /** Submitted before reports were accepted. */
        BEFORE_ACCEPTANCE
    }
}
