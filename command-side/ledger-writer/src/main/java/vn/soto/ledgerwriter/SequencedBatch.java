package vn.soto.ledgerwriter;

import java.util.List;
import java.util.Map;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;

/**
 * The result of sequencing a group of drafts; nothing is written yet.
 *
 * @param outcomes one for each draft, in order; valid once the commits are durable
 * @param moved    new heads of the aggregates that the group writes to
 * @param tail     new end of the ledger
 */
public record SequencedBatch(List<AppendOutcome> outcomes, List<Commit> commits, Map<String, Long> moved, Tail tail) {}
