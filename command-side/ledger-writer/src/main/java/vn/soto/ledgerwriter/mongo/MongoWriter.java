package vn.soto.ledgerwriter.mongo;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.ledgerwriter.AppendOutcome;
import vn.soto.ledgerwriter.GroupWriter;
import vn.soto.ledgerwriter.SequencedBatch;
import vn.soto.ledgerwriter.Sequencer;
import vn.soto.ledgerwriter.WriterHealth;
import vn.soto.ledgerwriter.WriterSettings;

/**
 * Writes each group of drafts as one ordered insert of one document per commit. Another writer may append at any
 * moment: drafts that lost their numbers are then sequenced again, after its commits. Confined to one thread.
 */
final class MongoWriter implements GroupWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MongoWriter.class);

    /** A lease that is held this long after a failed write was renewed since. */
    private static final Duration LEASE_RENEWED = Duration.ofSeconds(6);

    private final MongoLedgerReader reader;
    private final CommitNumberInserts inserts;
    private final Lease lease;
    private final WriterSettings settings;
    private final Duration settling;
    private final RandomGenerator random;
    private final MongoAggregateHeads heads;
    private final Sequencer sequencer;
    private final WriterHealth health = new WriterHealth(LEASE_RENEWED);
    private Tail tail;
    private long fence;

    /** @param settling how long a group may stay undecided before its callers get {@code Uncertain} */
    MongoWriter(
            MongoLedgerReader reader,
            CommitNumberInserts inserts,
            Lease lease,
            Clock clock,
            WriterSettings settings,
            Duration settling,
            RandomGenerator random) {
        this.reader = reader;
        this.inserts = inserts;
        this.lease = lease;
        this.settings = settings;
        this.settling = settling;
        this.random = random;
        this.heads = new MongoAggregateHeads(reader, settings.cachedStreams());
        this.tail = reader.tail();
        this.sequencer = new Sequencer(tail, heads, clock);
    }

    @Override
    public List<AppendOutcome> write(List<Draft> drafts) {
        Backoff backoff = new Backoff(settling, random);
        List<AppendOutcome> decided = new ArrayList<>(attempt(drafts, backoff));
        while (decided.size() < drafts.size()) {
            List<Draft> rest = drafts.subList(decided.size(), drafts.size());
            if (backoff.isOver()) {
                decided.addAll(all(rest, this::lostEveryRace));
            } else {
                backoff.pause();
                decided.addAll(attempt(rest, backoff));
            }
        }
        return decided;
    }

    /** Outcomes of a prefix of the drafts; the rest is to be attempted again. */
    private List<AppendOutcome> attempt(List<Draft> drafts, Backoff backoff) {
        OptionalLong turn = lease.fence();
        if (turn.isEmpty()) {
            return all(drafts, this::standby);
        }
        SequencedBatch group;
        try {
            takeOver(turn.getAsLong());
            heads.prefetch(drafts);
            group = sequencer.group(tail, drafts);
            if (group.commits().isEmpty()) {
                // A refusal is valid only at the end of the ledger.
                return catchUp() ? List.of() : group.outcomes();
            }
        } catch (MongoException | LedgerException.Unavailable | Sequencer.Unread e) {
            reset();
            return all(drafts, () -> MongoFault.of(e).notWritten(e, settings.retryAfter()));
        } catch (LedgerException e) {
            return all(drafts, () -> e);
        }
        return written(group, turn, backoff);
    }

    private List<AppendOutcome> written(SequencedBatch group, OptionalLong turn, Backoff backoff) {
        try {
            int landed = inserts.take(
                            group.commits(), fence, () -> lease.fence().equals(turn), backoff)
                    .count();
            if (landed == group.commits().size()) {
                tail = group.tail();
                heads.accept(group.moved());
                return group.outcomes();
            }
            reset();
            return upTo(landed, group);
        } catch (CommitNumberInserts.Doubt e) {
            reset();
            List<AppendOutcome> outcomes = new ArrayList<>(upTo(e.landed(), group));
            while (outcomes.size() < group.outcomes().size()) {
                outcomes.add(new AppendOutcome.Refused(MongoFault.of(e).uncertain(e)));
            }
            return outcomes;
        }
    }

    /**
     * Outcomes before the first commit that was not stored; none if no commit was, because the refusals then rest on a
     * stale tail.
     */
    private static List<AppendOutcome> upTo(int landed, SequencedBatch group) {
        int commits = 0;
        int end = 0;
        for (int i = 0; i < group.outcomes().size() && commits < landed; i++) {
            if (group.outcomes().get(i) instanceof AppendOutcome.Recorded) {
                commits++;
                end = i + 1;
            }
        }
        return group.outcomes().subList(0, end);
    }

    /** Excludes earlier holders before the first write under a lease. */
    private void takeOver(long turn) {
        if (turn != fence) {
            inserts.bar(turn);
            reset();
            fence = turn;
        }
    }

    /** True if another process wrote. */
    private boolean catchUp() {
        Tail end = reader.tail();
        if (end.number() == tail.number()) {
            return false;
        }
        heads.clear();
        tail = end;
        return true;
    }

    /** Another process may take the lease over and write. */
    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public long resets() {
        return 0;
    }

    @Override
    public void reset() {
        heads.clear();
        try {
            tail = reader.tail();
        } catch (LedgerException e) {
            LOG.debug("the ledger's end cannot be read now", e);
        }
    }

    @Override
    public WriterHealth health() {
        return health;
    }

    @Override
    public void maintain() {
        if (lease.fence().isPresent()) {
            checkClock();
        }
        OptionalLong turn = lease.fence();
        if (turn.isPresent() && turn.getAsLong() != fence) {
            try {
                takeOver(turn.getAsLong());
            } catch (RuntimeException e) {
                LOG.warn("the ledger could not be taken over yet", e);
            }
        }
    }

    /** While the lease is held, as the health of the node says it. */
    private void checkClock() {
        try {
            sequencer.checkClock(tail);
        } catch (LedgerException e) {
            health.found(e);
            return;
        }
        if (health.isTrialDue()) {
            health.works();
        }
    }

    private static List<AppendOutcome> all(List<Draft> drafts, Supplier<LedgerException> why) {
        return drafts.stream()
                .<AppendOutcome>map(_ -> new AppendOutcome.Refused(why.get()))
                .toList();
    }

    private LedgerException standby() {
        return new LedgerException.Unavailable(
                "Một tiến trình khác đang ghi sổ cái; chưa ghi gì. / Another process writes the ledger; nothing was written.",
                settings.retryAfter(),
                null);
    }

    private LedgerException lostEveryRace() {
        return new LedgerException.Unavailable(
                "Nhiều tiến trình cùng ghi sổ cái; chưa ghi gì. / Other processes write the ledger; nothing was written.",
                settings.retryAfter(),
                null);
    }
}
