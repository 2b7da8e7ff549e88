package vn.soto.ledgerwriter;

import vn.soto.ledger.Commit;

/** What became of one draft of a group. */
public sealed interface AppendOutcome {

    record Recorded(Commit commit) implements AppendOutcome {}

    /** @param why a {@link vn.soto.ledger.LedgerException}, or what a draft that cannot be encoded throws */
    record Refused(RuntimeException why) implements AppendOutcome {}
}
