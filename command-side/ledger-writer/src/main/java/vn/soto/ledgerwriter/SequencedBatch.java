package vn.soto.ledgerwriter;

import java.util.List;
import java.util.Map;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;

/**
 * What the rules made of a group of drafts; nothing is written yet.
 *
 * @param outcomes one for each draft, in order; true once the commits are durable
 * @param moved    heads of the aggregates the group writes to, as they will be
 * @param tail     where the ledger will end
 */
public record SequencedBatch(List<AppendOutcome> outcomes, List<Commit> commits, Map<String, Long> moved, Tail tail) {}
