package vn.soto.ledgerwriter.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.Sequencer;
import vn.soto.ledgerwriter.sqlite.Streams.Stream;

/**
 * Drafts that become durable together, and what is to be written for them.
 *
 * @param outcomes one for each draft, in order; true once the group is written
 * @param streams  the aggregates it writes to, with the heads they will have
 */
record Group(List<Outcome> outcomes, List<Commit> commits, Map<String, Stream> streams, Tail tail) {

    static Group of(List<Draft> drafts, Tail durable, Sequencer sequencer, Streams known) {
        List<Outcome> outcomes = new ArrayList<>(drafts.size());
        List<Commit> commits = new ArrayList<>(drafts.size());
        sequencer.begin(durable);
        for (Draft draft : drafts) {
            try {
                Commit commit = sequencer.next(draft);
                commits.add(commit);
                outcomes.add(new Outcome.Recorded(commit));
            } catch (Streams.NotRead e) {
                throw e;
            } catch (RuntimeException e) {
                outcomes.add(new Outcome.Refused(e));
            }
        }
        return new Group(outcomes, commits, numbered(sequencer.moved(), known), sequencer.tail());
    }

    private static Map<String, Stream> numbered(Map<String, Long> heads, Streams known) {
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
