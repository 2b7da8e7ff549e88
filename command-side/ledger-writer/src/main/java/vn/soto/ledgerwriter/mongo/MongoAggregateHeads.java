package vn.soto.ledgerwriter.mongo;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.mongo.CommitDocument;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.ledgerwriter.BatchLookups;
import vn.soto.ledgerwriter.Sequencer;

/**
 * The ledger's aggregate heads, in an LRU cache, and its command ids. One query per group looks up all commands and,
 * for each aggregate not cached, the head that the draft expects. Only a wrong expectation costs a search.
 */
final class MongoAggregateHeads implements Sequencer.Known {

    private final MongoLedgerReader reader;
    private final Map<String, Long> cache;
    private final Set<String> commands = new HashSet<>();

    MongoAggregateHeads(MongoLedgerReader reader, int capacity) {
        this.reader = reader;
        this.cache = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Reads what the rules look up for these drafts. */
    void prefetch(List<Draft> drafts) {
        BatchLookups about = BatchLookups.about(drafts);
        Set<String> asked = new HashSet<>();
        about.commands().forEach(command -> asked.add(CommitDocument.command(command)));
        Map<String, Long> guesses = about.heads();
        guesses.keySet().removeAll(cache.keySet());
        guesses.forEach((aggregate, head) -> {
            asked.add(key(aggregate, head));
            asked.add(key(aggregate, head + 1));
        });
        Set<String> taken = reader.taken(asked);
        commands.clear();
        commands.addAll(taken);
        guesses.forEach((aggregate, head) -> {
            boolean reaches = head < 0 || taken.contains(key(aggregate, head));
            if (reaches && !taken.contains(key(aggregate, head + 1))) {
                cache.put(aggregate, Math.max(-1, head));
            }
        });
    }

    private static String key(String aggregate, long sequence) {
        return new StreamPosition("", aggregate, Math.max(0, sequence)).key();
    }

    @Override
    public long head(String aggregate) {
        Long known = cache.get(aggregate);
        if (known != null) {
            return known;
        }
        try {
            long head = reader.head(aggregate).orElse(-1);
            cache.put(aggregate, head);
            return head;
        } catch (LedgerException e) {
            throw new Sequencer.Unread(e);
        }
    }

    /** Only for a command that was {@link #prefetch prefetched}. */
    @Override
    public boolean hasCommand(UUID command) {
        return commands.contains(CommitDocument.command(command));
    }

    /** Called once the new heads are durable. */
    void accept(Map<String, Long> moved) {
        cache.putAll(moved);
    }

    void clear() {
        cache.clear();
    }
}
