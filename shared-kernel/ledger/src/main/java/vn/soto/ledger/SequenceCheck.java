package vn.soto.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Checks that the sequences of each aggregate are 0, 1, 2, … in ledger order. Keeps 12 bytes for each aggregate: a hash
 * of its id and its next sequence. If the two do not agree, the aggregate's stream decides, so that two ids with one
 * hash do no harm.
 */
final class SequenceCheck {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final LedgerReader reader;
    private long[] hashes = new long[FIRST_CAPACITY];
    private int[] next = new int[FIRST_CAPACITY];
    private int size;

    SequenceCheck(LedgerReader reader) {
        this.reader = reader;
    }

    /** Whether every event of the commit follows the one before it in its aggregate. */
    boolean accepts(Commit commit) {
        long position = commit.first();
        for (RecordedEvent event : commit.events()) {
            StreamPosition at = event.aggregate();
            if (at != null && !isNext(at) && !follows(at, position)) {
                return false;
            }
            position++;
        }
        return true;
    }

    private boolean isNext(StreamPosition at) {
        long hash = Hash64.of(at.id());
        int slot = slot(hash);
        boolean expected = next[slot] == at.sequence();
        if (expected) {
            count(slot, hash);
        }
        return expected;
    }

    private void count(int slot, long hash) {
        boolean fresh = next[slot] == 0;
        hashes[slot] = hash;
        next[slot]++;
        if (fresh) {
            size++;
            if (size > hashes.length / 2) {
                grow();
            }
        }
    }

    /** A slot is free while its next sequence is 0. */
    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (next[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNext = next;
        hashes = new long[2 * oldHashes.length];
        next = new int[2 * oldNext.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldNext[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                next[slot] = oldNext[i];
            }
        }
    }

    private boolean follows(StreamPosition at, long position) {
        long from = Math.max(0, at.sequence() - 1);
        List<StoredEvent> stored = stream(at.id(), from, (int) (at.sequence() - from) + 1);
        long[] positions = stored.stream().mapToLong(StoredEvent::position).toArray();
        return at.sequence() >= 0
                && positions.length == at.sequence() - from + 1
                && positions[positions.length - 1] == position
                && Arrays.equals(positions, Arrays.stream(positions).sorted().toArray());
    }

    /** Empty if the stream has a gap there. */
    private List<StoredEvent> stream(String aggregate, long sequence, int limit) {
        try {
            return reader.aggregate(aggregate, sequence, limit);
        } catch (LedgerException.CommitDamaged e) {
            return List.of();
        }
    }
}
