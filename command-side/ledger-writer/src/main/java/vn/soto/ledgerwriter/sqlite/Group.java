package vn.soto.ledgerwriter.sqlite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.AppendOutcome;
import vn.soto.ledgerwriter.SequencedBatch;
import vn.soto.ledgerwriter.sqlite.SqliteAggregateHeads.Stream;

/**
 * A sequenced group with the rows to write for it.
 *
 * @param outcomes one for each draft, in order; valid once the group is durable
 * @param streams  the aggregates that the group writes to, with their new heads
 */
record Group(List<AppendOutcome> outcomes, List<Commit> commits, Map<String, Stream> streams, Tail tail) {

    static Group of(SequencedBatch sequenced, SqliteAggregateHeads known) {
        return new Group(
                sequenced.outcomes(), sequenced.commits(), numbered(sequenced.moved(), known), sequenced.tail());
    }

    private static Map<String, Stream> numbered(Map<String, Long> heads, SqliteAggregateHeads known) {
        Map<String, Stream> streams = new LinkedHashMap<>();
        long last = known.last();
        for (var entry : heads.entrySet()) {
            Stream stream = known.find(entry.getKey());
            long id = stream.id() == 0 ? ++last : stream.id();
            streams.put(entry.getKey(), new Stream(id, entry.getValue()));
        }
        return streams;
    }
}
