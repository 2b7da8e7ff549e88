package vn.soto.projection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The last writes of the documents of a type, all of which are made by this process. By them a result that was made of
 * documents is known to hold still. A write is noted after its documents can be found, and before the progress of its
 * commits is told. Thread-safe.
 */
public final class RecentWrites {

    private static final int MOST = 4_096;

    /** @param latest greatest commit of this write and of those before it */
    private record Write(long number, long commit, long latest, String id) {}

    private final Deque<Write> writes = new ArrayDeque<>();
    private long number;

    /** The last write that is not here, and the greatest commit of those. */
    private long forgotten;

    private long forgottenCommit;

    /** Whether anybody asks. */
    private boolean asked;

    /** @param commit greatest commit of what was there before this process */
    public RecentWrites(long commit) {
        forgottenCommit = commit;
    }

    /** @param commit greatest commit of the events by which they were changed */
    public synchronized void add(Collection<? extends ReadModel> documents, long commit) {
        if (!asked) {
            forgetAll(commit);
            return;
        }
        for (ReadModel document : documents) {
            long latest = Math.max(commit, latest());
            writes.addLast(new Write(++number, commit, latest, document.id()));
        }
        while (writes.size() > MOST) {
            Write first = writes.removeFirst();
            forgotten = first.number;
            forgottenCommit = first.latest;
        }
    }

    /** Any document may be another one. */
    public synchronized void forgetAll(long commit) {
        forgottenCommit = Math.max(commit, latest());
        forgotten = ++number;
        writes.clear();
    }

    /** The greatest commit of all writes. */
    public synchronized long latest() {
        return writes.isEmpty() ? forgottenCommit : writes.getLast().latest;
    }

    /** The number of the last write; what is read from now on has it. */
    synchronized long number() {
        asked = true;
        return number;
    }

    /**
     * The ids of the documents that were written after a write, or that may have something of commits after one. Empty if that
     * is not known any more.
     */
    synchronized Optional<Set<String>> since(long write, long commit) {
        if (forgotten > write || forgottenCommit > commit) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        Iterator<Write> last = writes.descendingIterator();
        while (last.hasNext()) {
            Write each = last.next();
            if (each.number <= write && each.latest <= commit) {
                break;
            }
            if (each.number > write || each.commit > commit) {
                ids.add(each.id);
            }
        }
        return Optional.of(ids);
    }
}
