package vn.soto.ledgerwriter;

import java.util.List;
import vn.soto.ledger.Draft;

/** Writes groups of drafts to one store; used by one thread. */
public interface GroupWriter {

    /** One outcome for each draft, in order. What is reported as recorded is durable. */
    List<AppendOutcome> write(List<Draft> drafts);

    /** Drops all that is known of the store, so that the next group starts from what it holds. */
    void forget();

    /** How often all was dropped, whoever asked for it: after that, what others remember may be wrong too. */
    long forgotten();

    /** Called after each group and now and then. */
    void maintain();
}
