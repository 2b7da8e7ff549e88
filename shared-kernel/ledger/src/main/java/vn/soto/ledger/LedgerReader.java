package vn.soto.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Reads a ledger. Every commit returned is durable, and every event comes from a commit that matches its hash. A method
 * that meets another commit fails with {@link LedgerException.CommitDamaged}, except {@link #read} and {@link #readAt},
 * which return it in its place. Safe for any number of threads; blocking. Fails with
 * {@link LedgerException.Unavailable} when the store cannot be read.
 */
public interface LedgerReader {

    /** The ledger's name, such as {@code demo/binh-duong}; part of the genesis hash. */
    String origin();

    Tail tail();

    /** Up to {@code limit} commits from {@code number} on, in order. */
    List<Commit> commits(long number, int limit);

    /**
     * The headers of the events of up to {@code limit} commits from {@code number} on, in order, all of a commit or
     * none. A page may be shorter, but is never empty before the end. A store reads them without payloads, so they are
     * not checked: they tell where to read. Commits that cannot be read are left out and entered in {@link #damaged()}.
     */
    default List<EventHeader> headers(long number, int limit) {
        return EventHeader.of(commits(number, limit));
    }

    /** As {@link #commits}, with damaged commits in their places: dense from {@code number}. */
    default List<StoredCommit> read(long number, int limit) {
        return List.copyOf(commits(number, limit));
    }

    /** The chain value after a commit, of the genesis after 0; empty if there is no such commit, or it is damaged. */
    default Optional<Hash> chainAt(long number) {
        return number == 0
                ? Optional.of(Chain.genesis(origin()))
                : read(number, 1).stream()
                        .filter(Commit.class::isInstance)
                        .map(commit -> ((Commit) commit).chain())
                        .findFirst();
    }

    /** The damage that reads have found so far. */
    default DamagedCommits damaged() {
        return new DamagedCommits();
    }

    /** The commit that holds the event at {@code position}. */
    Optional<Commit> commitAtPosition(long position);

    /** The commit a command produced, if it is recorded: how a repeated command is recognised. */
    Optional<Commit> commitOfCommand(UUID command);

    /** Up to {@code limit} events from {@code position} on, in order. */
    List<StoredEvent> events(long position, int limit);

    /** Up to {@code limit} events of one aggregate from {@code sequence} on, in order. */
    List<StoredEvent> aggregate(String id, long sequence, int limit);

    /** Last sequence of an aggregate; empty if it has no events. */
    OptionalLong head(String aggregate);

    /** Number of the last commit recorded at or before {@code instant}; 0 if none: what {@code asOf} means. */
    long numberAsOf(Instant instant);

    /**
     * Position of the first event, in ledger order, whose timestamp is at or after {@code timestamp}; the next free
     * position if none.
     */
    long firstPositionSince(Instant timestamp);

    default Optional<Commit> commit(long number) {
        return commits(number, 1).stream().filter(c -> c.number() == number).findFirst();
    }

    /** The events at sorted positions, each once; a store reads many of them in one query, wherever they are. */
    default List<StoredEvent> eventsAt(List<Long> positions) {
        return PositionReads.read(positions, this::events, StoredEvent::position);
    }

    /** The commits with sorted numbers, each once; a store reads many of them in one query, wherever they are. */
    default List<Commit> commitsAt(List<Long> numbers) {
        return PositionReads.read(numbers, this::commits, Commit::number);
    }

    /** As {@link #commitsAt}, with damaged commits in their places. */
    default List<StoredCommit> readAt(List<Long> numbers) {
        return List.copyOf(commitsAt(numbers));
    }
}
