package vn.soto.command.dispatch;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StoredEvent;

/** Reads commits on from the last one that it has read, one thread at a time, and decodes of them what somebody keeps. */
public final class LedgerCatchUp {

    private static final int PAGE = 500;

    private final LongFunction<List<? extends StoredCommit>> after;
    private final EventCodec codec;
    private final Predicate<StoredEvent> kept;
    private final BiConsumer<DomainEvent, Commit> apply;
    private volatile long last;

    /** @param after the next commits after a number, or all of them; none at the end */
    LedgerCatchUp(
            LongFunction<List<? extends StoredCommit>> after,
            EventCodec codec,
            Predicate<StoredEvent> kept,
            BiConsumer<DomainEvent, Commit> apply) {
        this.after = after;
        this.codec = codec;
        this.kept = kept;
        this.apply = apply;
    }

    /** Of all commits of the ledger. */
    static LedgerCatchUp of(
            LedgerReader ledger, EventCodec codec, Predicate<StoredEvent> kept, BiConsumer<DomainEvent, Commit> apply) {
        return new LedgerCatchUp(last -> ledger.commits(last + 1, PAGE), codec, kept, apply);
    }

    /** The same, which goes on after a commit. */
    LedgerCatchUp from(long commit) {
        last = commit;
        return this;
    }

    /** The last commit of which all is applied. */
    long last() {
        return last;
    }

    /**
     * Reads to the end.
     *
     * @return the number of the last commit read
     */
    public synchronized long catchUp() {
        List<? extends StoredCommit> page = after.apply(last);
        while (!page.isEmpty()) {
            page.forEach(this::apply);
            page = after.apply(last);
        }
        return last;
    }

    private void apply(StoredCommit read) {
        if (read instanceof Commit commit) {
            commit.stored().stream().filter(kept).forEach(stored -> apply.accept(codec.decode(stored), commit));
        }
        last = read.number();
    }
}
