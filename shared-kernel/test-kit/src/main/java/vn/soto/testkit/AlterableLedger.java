package vn.soto.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.soto.ledger.CheckedReader;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/** A ledger whose stored commits a test may alter; it reads them as every store does. Not for concurrent alterations. */
public final class AlterableLedger extends CheckedReader {

    private static final int STREAM = 64;

    private final String origin;
    private final List<Commit> stored;

    private AlterableLedger(String origin, List<Commit> stored) {
        super(STREAM);
        this.origin = origin;
        this.stored = stored;
    }

    public static AlterableLedger of(String origin, List<Commit> commits) {
        return new AlterableLedger(origin, new ArrayList<>(commits));
    }

    public static AlterableLedger copyOf(LedgerReader source) {
        return of(source.origin(), source.commits(1, Integer.MAX_VALUE));
    }

    /** The same commits, altered or not, read by a process that has found nothing yet. */
    public AlterableLedger reopened() {
        return new AlterableLedger(origin, stored);
    }

    public void alter(long number, UnaryOperator<Commit> change) {
        stored.set((int) number - 1, change.apply(stored.get((int) number - 1)));
    }

    /** The last change to a ledger: places move. */
    public void remove(long number) {
        stored.removeIf(commit -> commit.number() == number);
    }

    /** Replaces a text in every payload of a commit, and leaves its chain value as it is. */
    public void alter(long number, String text, String other) {
        alter(number, commit -> with(commit, text, other));
    }

    /** The same, with a chain value that fits the new content. */
    public void forge(long number, String text, String other) {
        alter(number, commit -> {
            Commit altered = with(commit, text, other);
            Tail before = new Tail(number - 1, commit.first(), commit.at(), commit.latest(), commit.previous());
            return Commit.after(
                    before,
                    new Draft(
                            commit.id(),
                            commit.origin(),
                            commit.actor(),
                            commit.reason(),
                            commit.corrects(),
                            commit.correlation(),
                            commit.causation(),
                            altered.events(),
                            List.of()),
                    commit.at());
        });
    }

    private static Commit with(Commit commit, String text, String other) {
        return new Commit(
                commit.number(),
                commit.first(),
                commit.id(),
                commit.at(),
                commit.origin(),
                commit.actor(),
                commit.reason(),
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                commit.events().stream().map(event -> with(event, text, other)).toList(),
                commit.latest(),
                commit.previous(),
                commit.chain());
    }

    private static RecordedEvent with(RecordedEvent event, String text, String other) {
        byte[] body = new String(event.payload().bytes(), StandardCharsets.UTF_8)
                .replace(text, other)
                .getBytes(StandardCharsets.UTF_8);
        return new RecordedEvent(
                event.id(),
                event.timestamp(),
                event.type(),
                event.aggregate(),
                event.metadata(),
                event.tags(),
                new Payload(event.payload().encoding(), body));
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Tail tail() {
        return stored.isEmpty() ? Tail.empty(origin) : stored.getLast().tail();
    }

    @Override
    protected List<Commit> storedCommits(long number, int limit) {
        return stored.stream()
                .filter(commit -> commit.number() >= number)
                .limit(limit)
                .toList();
    }

    @Override
    protected List<Commit> storedCommitsAt(List<Long> numbers) {
        return stored.stream()
                .filter(commit -> numbers.contains(commit.number()))
                .toList();
    }

    @Override
    protected List<Commit> storedCommitsOf(String aggregate, long sequence, int count) {
        return stored.stream()
                .filter(commit -> commit.events().stream()
                        .map(RecordedEvent::aggregate)
                        .anyMatch(place -> place != null
                                && place.id().equals(aggregate)
                                && place.sequence() >= sequence
                                && place.sequence() < sequence + count))
                .toList();
    }

    @Override
    protected Optional<Commit> storedCommitOf(UUID command) {
        return stored.stream()
                .filter(commit ->
                        commit.origin() instanceof Origin.Command of && of.id().equals(command))
                .findFirst();
    }

    @Override
    protected Optional<Hash> storedChain(long number) {
        return stored.stream()
                .filter(commit -> commit.number() == number)
                .findFirst()
                .map(Commit::chain);
    }

    @Override
    protected Optional<Long> storedNumberAt(long position) {
        return stored.stream()
                .filter(commit -> commit.first() <= position
                        && position < commit.first() + commit.events().size())
                .findFirst()
                .map(Commit::number);
    }

    @Override
    protected long storedNumberSince(Instant timestamp) {
        return stored.stream()
                .filter(commit -> !commit.latest().isBefore(timestamp))
                .findFirst()
                .map(Commit::number)
                .orElse(tail().number() + 1);
    }

    @Override
    public OptionalLong head(String aggregate) {
        return stored.stream()
                .flatMap(commit -> commit.events().stream())
                .flatMap(event -> Stream.ofNullable(event.aggregate()))
                .filter(place -> place.id().equals(aggregate))
                .mapToLong(StreamPosition::sequence)
                .max();
    }

    @Override
    public long numberAsOf(Instant instant) {
        return stored.stream().filter(commit -> !commit.at().isAfter(instant)).count();
    }
}
