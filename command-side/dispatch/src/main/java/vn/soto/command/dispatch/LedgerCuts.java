package vn.soto.command.dispatch;

import java.time.Instant;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.ledger.LedgerReader;

/** Positions in a ledger, for what is closed. */
record LedgerCuts(LedgerReader ledger) implements PeriodSegments.Cuts {

    @Override
    public long after(long commit) {
        return commit == 0 ? 0 : ledger.commit(commit).orElseThrow().tail().next();
    }

    @Override
    public long since(Instant instant) {
        return after(ledger.numberAsOf(instant.minusNanos(1_000)));
    }
}
