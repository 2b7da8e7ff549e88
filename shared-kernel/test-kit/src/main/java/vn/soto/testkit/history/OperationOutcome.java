package vn.soto.testkit.history;

import vn.soto.ledger.LedgerException;

/** The ledger's answer to an append. */
sealed interface OperationOutcome {

    record Acknowledged(ObservedCommit commit) implements OperationOutcome {}

    /** Not written, because of {@code kind}. */
    record Refused(String kind) implements OperationOutcome {}

    /** Not written again: the command is stored. */
    record Repeated() implements OperationOutcome {}

    /** Stored or not, then or later; also while there is no answer. */
    record Uncertain() implements OperationOutcome {}

    static OperationOutcome of(LedgerException refusal) {
        return switch (refusal) {
            case LedgerException.Repeated repeated -> new Repeated();
            case LedgerException.Uncertain uncertain -> new Uncertain();
            case LedgerException.Damaged damaged -> new Uncertain();
            case LedgerException.Conflict conflict -> new Refused("conflict");
            case LedgerException.DuplicateEventId duplicate -> new Refused("duplicate-event-id");
            case LedgerException.TooLarge large -> new Refused("too-large");
            case LedgerException.Unavailable unavailable -> new Refused("unavailable");
        };
    }
}
