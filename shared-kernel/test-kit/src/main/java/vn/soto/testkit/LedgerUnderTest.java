package vn.soto.testkit;

import java.util.List;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerReader;

/** The operations the rules of the contract use. */
interface LedgerUnderTest {

    OpenLedger ledger();

    SettableClock clock();

    void reopen();

    default LedgerReader reader() {
        return ledger().reader();
    }

    default Commit append(Draft draft) {
        return ledger().appender().append(draft);
    }

    default List<Commit> all() {
        return reader().commits(1, Integer.MAX_VALUE);
    }
}
