package vn.soto.ledgerwriter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Limits;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WriteFault;

/**
 * Turns drafts into commits by the rules of the ledger, in the order of arrival. Every store appends through it, so
 * every store refuses the same drafts. The commits of one batch become durable together: the rules treat the earlier
 * drafts of a batch as written. A refused draft has no effect. Not thread-safe: the store that owns it has one writer.
 */
public final class Sequencer {

    /** The durable state that the rules depend on. */
    public interface Known {

        /** Last sequence of the aggregate; -1 if it has no events. */
        long head(String aggregate);

        boolean hasCommand(UUID command);
    }

    /** A look-up of {@link Known} failed; nothing was written. The draft is not at fault. */
    public static final class Unread extends RuntimeException {

        public Unread(Exception cause) {
            super(cause);
        }
    }

    private static final Duration MAX_CLOCK_LAG = Duration.ofSeconds(5);

    private final Known known;
    private final Clock clock;
    private final Map<String, Long> moved = new HashMap<>();
    private final Set<UUID> commands = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();
    private Tail tail;

    public Sequencer(Tail tail, Known known, Clock clock) {
        this.tail = tail;
        this.known = known;
        this.clock = clock;
    }

    /** Starts a batch after {@code durable} and discards the previous one. */
    public void begin(Tail durable) {
        tail = durable;
        moved.clear();
        commands.clear();
        eventIds.clear();
    }

    /** Returns the draft as the next commit of the batch; throws a {@link LedgerException} if a rule fails. */
    public Commit next(Draft draft) {
        Limits.check(draft);
        checkCommand(draft.origin());
        checkGuards(draft.guards());
        checkEventIds(draft.events());
        Map<String, Long> heads = checkSequences(draft.events());
        Commit commit = Commit.after(tail, draft, checkedNow());
        remember(commit, heads);
        return commit;
    }

    public Tail tail() {
        return tail;
    }

    /** New heads of the aggregates that this batch writes to. */
    public Map<String, Long> moved() {
        return moved;
    }

    /** Sequences the whole group as a batch after {@code durable}; a draft that breaks a rule is refused alone. */
    public SequencedBatch group(Tail durable, List<Draft> drafts) {
        List<AppendOutcome> outcomes = new ArrayList<>(drafts.size());
        List<Commit> commits = new ArrayList<>(drafts.size());
        begin(durable);
        for (Draft draft : drafts) {
            try {
                Commit commit = next(draft);
                commits.add(commit);
                outcomes.add(new AppendOutcome.Recorded(commit));
            } catch (Unread e) {
                throw e;
            } catch (RuntimeException e) {
                outcomes.add(new AppendOutcome.Refused(e));
            }
        }
        return new SequencedBatch(outcomes, commits, Map.copyOf(moved), tail);
    }

    private void remember(Commit commit, Map<String, Long> heads) {
        moved.putAll(heads);
        if (commit.origin() instanceof Origin.Command command) {
            commands.add(command.id());
        }
        for (RecordedEvent event : commit.events()) {
            eventIds.add(event.id());
        }
        tail = commit.tail();
    }

    private void checkCommand(Origin origin) {
        if (origin instanceof Origin.Command command
                && (commands.contains(command.id()) || known.hasCommand(command.id()))) {
            throw new LedgerException.Repeated(command.id());
        }
    }

    private void checkGuards(List<Guard> guards) {
        for (Guard guard : guards) {
            long head = guard.isOfLedger() ? tail.number() : head(guard.aggregate());
            if (head != guard.head()) {
                throw new LedgerException.Conflict(guard.aggregate(), -1);
            }
        }
    }

    private void checkEventIds(List<RecordedEvent> events) {
        Set<String> own = HashSet.newHashSet(events.size());
        for (int i = 0; i < events.size(); i++) {
            String id = events.get(i).id();
            if (eventIds.contains(id) || !own.add(id)) {
                throw new LedgerException.DuplicateEventId(id, i);
            }
        }
    }

    private Map<String, Long> checkSequences(List<RecordedEvent> events) {
        Map<String, Long> heads = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            StreamPosition place = events.get(i).aggregate();
            if (place != null) {
                Long head = heads.get(place.id());
                long expected = (head == null ? head(place.id()) : head) + 1;
                if (place.sequence() != expected) {
                    throw new LedgerException.Conflict(place.id(), i);
                }
                heads.put(place.id(), expected);
            }
        }
        return heads;
    }

    private long head(String aggregate) {
        Long head = moved.get(aggregate);
        return head == null ? known.head(aggregate) : head;
    }

    /**
     * A commit time never precedes the one before it. A clock more than the limit behind the ledger is refused until it
     * has caught up. So one wrong clock does not set the time of all later commits.
     */
    private Instant checkedNow() {
        return checkedNow(tail);
    }

    /** Throws {@code Unavailable} while the clock is too far behind {@code durable}. */
    public void checkClock(Tail durable) {
        var _ = checkedNow(durable);
    }

    private Instant checkedNow(Tail last) {
        Instant now = ClockWatch.instantAfter(last.at(), clock);
        if (last.at().isAfter(now.plus(MAX_CLOCK_LAG))) {
            Duration lag = Duration.between(now, last.at());
            throw new LedgerException.Unavailable(
                    """
                    Đồng hồ của máy (%1$s) chậm %3$d giờ %4$d phút %5$d giây so với lần ghi cuối, ghi lúc %2$s; chưa ghi gì. \
                    Hãy chỉnh giờ của máy; nếu giờ máy đúng, xem deploy/README.md. / The machine's clock (%1$s) is %3$d h %4$d min \
                    %5$d s behind the last commit, recorded %2$s; nothing was written. Set the clock; if it is right, see \
                    deploy/README.md.""".formatted(
                                    now.truncatedTo(ChronoUnit.SECONDS),
                                    last.at(),
                                    lag.toHours(),
                                    lag.toMinutesPart(),
                                    lag.toSecondsPart()),
                    WriteFault.CLOCK_BEHIND,
                    lag,
                    null);
        }
        return now;
    }
}
