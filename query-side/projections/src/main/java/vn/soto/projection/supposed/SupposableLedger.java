package vn.soto.projection.supposed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommits;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/**
 * A ledger; inside a {@link Supposition} with its commits after all others. Its tail, and what is found by position or command, is
 * that of the ledger in any case.
 */
public record SupposableLedger(LedgerReader known) implements LedgerReader {

    private static Stream<Commit> supposed(long from, int limit) {
        return Supposition.commits().stream()
                .filter(commit -> commit.number() >= from)
                .limit(limit);
    }

    private static boolean isSupposed(long number) {
        return Supposition.commits().stream().anyMatch(commit -> commit.number() == number);
    }

    @Override
    public String origin() {
        return known.origin();
    }

    @Override
    public Tail tail() {
        return known.tail();
    }

    @Override
    public List<Commit> commits(long number, int limit) {
        return isSupposed(number) ? supposed(number, limit).toList() : known.commits(number, limit);
    }

    @Override
    public List<EventHeader> headers(long number, int limit) {
        return known.headers(number, limit);
    }

    @Override
    public List<StoredCommit> read(long number, int limit) {
        return isSupposed(number) ? List.copyOf(commits(number, limit)) : known.read(number, limit);
    }

    @Override
    public DamagedCommits damaged() {
        return known.damaged();
    }

    @Override
    public Optional<Commit> commitAtPosition(long position) {
        return known.commitAtPosition(position);
    }

    @Override
    public Optional<Commit> commitOfCommand(UUID command) {
        return known.commitOfCommand(command);
    }

    @Override
    public List<StoredEvent> events(long position, int limit) {
        return known.events(position, limit);
    }

    /** The supposed events of the aggregate are its last. */
    @Override
    public List<StoredEvent> aggregate(String id, long sequence, int limit) {
        List<StoredEvent> found = known.aggregate(id, sequence, limit);
        List<StoredEvent> own = Supposition.commits().stream()
                .flatMap(commit -> commit.stored().stream())
                .filter(stored -> stored.event().aggregate() != null
                        && stored.event().aggregate().id().equals(id)
                        && stored.event().aggregate().sequence() >= sequence)
                .toList();
        return own.isEmpty()
                ? found
                : Stream.concat(found.stream(), own.stream()).limit(limit).toList();
    }

    @Override
    public OptionalLong head(String aggregate) {
        return known.head(aggregate);
    }

    /** Of a moment at which the supposed events are recorded already, the last of their commits. */
    @Override
    public long numberAsOf(Instant instant) {
        return Supposition.commits().stream()
                .filter(commit -> !commit.at().isAfter(instant))
                .mapToLong(Commit::number)
                .max()
                .orElseGet(() -> known.numberAsOf(instant));
    }

    @Override
    public long firstPositionSince(Instant timestamp) {
        return known.firstPositionSince(timestamp);
    }

    @Override
    public List<StoredEvent> eventsAt(List<Long> positions) {
        return known.eventsAt(positions);
    }

    @Override
    public List<Commit> commitsAt(List<Long> numbers) {
        List<Commit> found = new ArrayList<>(known.commitsAt(recorded(numbers)));
        found.addAll(supposed(numbers));
        return List.copyOf(found);
    }

    @Override
    public List<StoredCommit> readAt(List<Long> numbers) {
        List<StoredCommit> found = new ArrayList<>(known.readAt(recorded(numbers)));
        found.addAll(supposed(numbers));
        return List.copyOf(found);
    }

    private static List<Long> recorded(List<Long> numbers) {
        return numbers.stream().filter(number -> !isSupposed(number)).toList();
    }

    private static List<Commit> supposed(List<Long> numbers) {
        return Supposition.commits().stream()
                .filter(commit -> numbers.contains(commit.number()))
                .toList();
    }
}
