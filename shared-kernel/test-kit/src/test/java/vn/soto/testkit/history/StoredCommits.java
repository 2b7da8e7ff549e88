package vn.soto.testkit.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/** A ledger that holds just these commits, honest or not. */
final class StoredCommits implements LedgerReader {

    static final String ORIGIN = "demo/history";

    private final Supplier<List<Commit>> all;
    private final Supplier<Tail> tail;

    StoredCommits(List<Commit> all, Tail tail) {
        this.all = () -> all;
        this.tail = () -> tail;
    }

    StoredCommits(List<Commit> all) {
        this(all, end(all));
    }

    /** Over commits that become more. */
    StoredCommits(Supplier<List<Commit>> all) {
        this.all = all;
        this.tail = () -> end(all.get());
    }

    @Override
    public Tail tail() {
        return tail.get();
    }

    private static Tail end(List<Commit> all) {
        return all.isEmpty() ? Tail.empty(ORIGIN) : all.getLast().tail();
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public List<Commit> commits(long number, int limit) {
        return all.get().stream()
                .filter(commit -> commit.number() >= number)
                .limit(limit)
                .toList();
    }

    @Override
    public OptionalLong head(String aggregate) {
        return all.get().stream()
                .flatMap(commit -> commit.events().stream())
                .map(RecordedEvent::aggregate)
                .filter(Objects::nonNull)
                .filter(slot -> slot.id().equals(aggregate))
                .mapToLong(slot -> slot.sequence())
                .max();
    }

    @Override
    public Optional<Commit> commitAtPosition(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Commit> commitOfCommand(UUID command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> events(long position, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> aggregate(String id, long sequence, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long numberAsOf(Instant instant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long firstPositionSince(Instant timestamp) {
        throw new UnsupportedOperationException();
    }
}
