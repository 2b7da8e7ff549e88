package vn.soto.ledgerwriter;

import java.util.List;
import vn.soto.ledger.Draft;

/** Writes groups of drafts to one store. Not thread-safe: one thread of {@link GroupAppender} calls it. */
public interface GroupWriter {

    /** Returns one outcome for each draft, in order. A commit among them is durable. */
    List<AppendOutcome> write(List<Draft> drafts);

    /** Whether no other process can write the store while this one has it open. */
    boolean isExclusive();

    /** Drops the connection's state and every cached value, so that the next group starts from what the store holds. */
    void reset();

    /**
     * How many resets there were, whoever asked for them; one during {@link #write} leaves listeners uncertain. Always 0 for
     * a writer that is not exclusive, because nothing rests on its reports alone.
     */
    long resets();

    /** The health of writing to the store. */
    WriterHealth health();

    /** Maintains what is kept beside the commits, such as an anchor or a lease; called after each group and at intervals. */
    void maintain();
}
