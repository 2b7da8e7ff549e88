package vn.soto.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Reads a ledger from a store and trusts nothing in it: whatever is returned comes from commits that match their hash.
 * {@link #read} also checks that each commit follows the one before it, and is continued by the one after it. So a
 * reader from commit 1 to the tail has checked the whole chain. A commit that fails is entered in {@link #damaged()},
 * for all later reads.
 *
 * <p>A store gives its commits as they lie there to this class only, through the protected methods. Those throw {@link
 * LedgerException.CommitDamaged} for a commit that cannot be decoded.
 */
public abstract class CheckedReader implements LedgerReader {

    /** Commits read one by one, from which a page is made that has one that cannot be decoded. */
    private static final int ONE_BY_ONE = 64;

    private final DamagedCommits damaged = new DamagedCommits();
    private final int streamPage;
    private volatile Head last = new Head(-1, Hash.sha256());

    /** @param streamPage most events of one aggregate that the store is asked for at once */
    protected CheckedReader(int streamPage) {
        this.streamPage = streamPage;
    }

    /** Up to {@code limit} commits from {@code number} on, in order, with gaps where some are missing. */
    protected abstract List<Commit> storedCommits(long number, int limit);

    /** The commits with these sorted numbers that exist, in order. */
    protected abstract List<Commit> storedCommitsAt(List<Long> numbers);

    /** The commits of events of the aggregate with one of {@code count} sequences from {@code sequence} on, in order. */
    protected abstract List<Commit> storedCommitsOf(String aggregate, long sequence, int count);

    protected abstract Optional<Commit> storedCommitOf(UUID command);

    /**
     * The headers of the events of up to {@code limit} commits from {@code number} on, in order, all of a commit or none. A store
     * reads them without payloads.
     */
    protected List<EventHeader> storedHeaders(long number, int limit) {
        return EventHeader.of(storedCommits(number, limit));
    }

    /** The chain value of a commit. */
    protected abstract Optional<Hash> storedChain(long number);

    /** Number of the commit that holds a position. */
    protected abstract Optional<Long> storedNumberAt(long position);

    /** Number of the first commit whose running maximum of timestamps is at or after {@code timestamp}; the next one if none. */
    protected abstract long storedNumberSince(Instant timestamp);

    /** The number of a commit that is known to exist, so that those before it do too; 0 if gaps show anyway. */
    protected long knownToExist() {
        return 0;
    }

    @Override
    public final DamagedCommits damaged() {
        return damaged;
    }

    @Override
    public final List<Commit> commits(long number, int limit) {
        return sound(read(number, limit));
    }

    @Override
    public final List<StoredCommit> read(long number, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        long from = Math.max(1, number);
        // One more, which tells whether the last one is continued.
        List<StoredCommit> page = page(from, limit == Integer.MAX_VALUE ? limit : limit + 1);
        checkLinks(from, page);
        List<StoredCommit> wanted = List.copyOf(page.subList(0, Math.min(limit, page.size())));
        if (!wanted.isEmpty() && wanted.getLast() instanceof Commit commit) {
            last = new Head(commit.number(), commit.chain());
        }
        return wanted;
    }

    private List<StoredCommit> page(long from, int limit) {
        // Before the page is read: what others append meanwhile is not missing.
        long known = knownToExist();
        List<Commit> stored;
        try {
            stored = storedCommits(from, limit);
        } catch (LedgerException.CommitDamaged e) {
            return oneByOne(from, Math.min(limit, ONE_BY_ONE));
        }
        List<StoredCommit> page = new ArrayList<>(stored.size());
        for (Commit commit : stored) {
            while (from + page.size() < commit.number() && page.size() < limit) {
                page.add(missing(from + page.size()));
            }
            if (page.size() < limit) {
                page.add(checked(commit));
            }
        }
        if (page.isEmpty() && known >= from) {
            page.add(missing(from));
        }
        return page;
    }

    private List<StoredCommit> oneByOne(long from, int limit) {
        long known = knownToExist();
        List<StoredCommit> page = new ArrayList<>();
        for (long number = from; number < from + limit; number++) {
            try {
                List<Commit> one = storedCommits(number, 1);
                if (one.isEmpty() && known < number) {
                    return page;
                }
                boolean there = !one.isEmpty() && one.getFirst().number() == number;
                page.add(there ? checked(one.getFirst()) : missing(number));
            } catch (LedgerException.CommitDamaged e) {
                page.add(damaged.add(DamagedCommit.unknown(number, Damage.UNREADABLE)));
            }
        }
        return page;
    }

    private DamagedCommit missing(long number) {
        return damaged.add(DamagedCommit.unknown(number, Damage.MISSING));
    }

    private StoredCommit checked(Commit commit) {
        Optional<DamagedCommit> known = damaged.find(commit.number());
        if (known.isPresent()) {
            return known.get();
        }
        return commit.matchesChain() ? commit : damaged.add(DamagedCommit.of(commit, Damage.ALTERED));
    }

    @Override
    public final List<EventHeader> headers(long number, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        long known = tail().number();
        long from = Math.max(1, number);
        List<EventHeader> headers = readableHeaders(from, limit);
        while (headers.isEmpty() && from <= known) {
            missing(from++);
            headers = readableHeaders(from, limit);
        }
        for (EventHeader header : headers) {
            LongStream.range(from, header.commit()).forEach(this::missing);
            from = header.commit() + 1;
        }
        return headers;
    }

    private List<EventHeader> readableHeaders(long from, int limit) {
        try {
            return storedHeaders(from, limit);
        } catch (LedgerException.CommitDamaged e) {
            List<EventHeader> readable = new ArrayList<>();
            LongStream.range(from, from + ONE_BY_ONE).forEach(number -> readable.addAll(headersOf(number)));
            return readable;
        }
    }

    private List<EventHeader> headersOf(long number) {
        try {
            return storedHeaders(number, 1);
        } catch (LedgerException.CommitDamaged e) {
            damaged.add(DamagedCommit.unknown(number, Damage.UNREADABLE));
            return List.of();
        }
    }

    /**
     * A commit that matches its hash and does not continue the one before it shows that the earlier one was altered.
     */
    private void checkLinks(long from, List<StoredCommit> page) {
        Optional<Hash> before = page.isEmpty() ? Optional.empty() : chainBefore(from);
        for (int i = 0; i < page.size(); i++) {
            switch (page.get(i)) {
                case Commit commit -> {
                    if (before.isPresent() && !before.get().equals(commit.previous())) {
                        disowned(commit, i, page);
                    }
                    before = Optional.of(commit.chain());
                }
                case DamagedCommit _ -> before = Optional.empty();
            }
        }
    }

    private Optional<Hash> chainBefore(long from) {
        Head read = last;
        if (from == 1) {
            return Optional.of(Chain.genesis(origin()));
        }
        return read.number() == from - 1 ? Optional.of(read.chain()) : storedChain(from - 1);
    }

    private void disowned(Commit commit, int index, List<StoredCommit> page) {
        long before = commit.number() - 1;
        if (before == 0) {
            page.set(index, damaged.add(DamagedCommit.of(commit, Damage.UNLINKED)));
        } else if (index > 0) {
            page.set(index - 1, damaged.add(unlinked((Commit) page.get(index - 1))));
        } else {
            single(before)
                    .filter(Commit.class::isInstance)
                    .ifPresent(earlier -> damaged.add(unlinked((Commit) earlier)));
        }
    }

    private static DamagedCommit unlinked(Commit commit) {
        return DamagedCommit.of(commit, Damage.UNLINKED);
    }

    private static List<Commit> sound(List<StoredCommit> stored) {
        return stored.stream().map(CheckedReader::sound).toList();
    }

    private static Commit sound(StoredCommit stored) {
        return switch (stored) {
            case Commit commit -> commit;
            case DamagedCommit found -> throw found.exception();
        };
    }

    private Optional<StoredCommit> single(long number) {
        return number < 1 ? Optional.empty() : oneByOne(number, 1).stream().findFirst();
    }

    @Override
    public final Optional<Commit> commit(long number) {
        return single(number).map(CheckedReader::sound);
    }

    @Override
    public final List<Commit> commitsAt(List<Long> numbers) {
        return sound(readAt(numbers));
    }

    @Override
    public final List<StoredCommit> readAt(List<Long> numbers) {
        return PositionReads.these(numbers, StoredCommit::number, this::some);
    }

    private List<StoredCommit> some(List<Long> numbers) {
        try {
            List<Commit> stored = storedCommitsAt(numbers);
            if (stored.size() == numbers.size()) {
                return stored.stream().map(this::checked).toList();
            }
        } catch (LedgerException.CommitDamaged e) {
            // One of them; which one shows below.
        }
        return numbers.stream().flatMap(number -> single(number).stream()).toList();
    }

    @Override
    public final Optional<Commit> commitAtPosition(long position) {
        return position < 0 ? Optional.empty() : storedNumberAt(position).flatMap(this::commit);
    }

    @Override
    public final Optional<Commit> commitOfCommand(UUID command) {
        return storedCommitOf(command).map(this::checked).map(CheckedReader::sound);
    }

    @Override
    public final List<StoredEvent> events(long position, int limit) {
        long from = Math.max(0, position);
        List<StoredEvent> events = new ArrayList<>();
        long number = limit <= 0 ? 0 : storedNumberAt(from).orElse(0L);
        // A commit may have thousands of events.
        long last = number == 0 ? 0 : storedNumberAt(from + limit - 1).orElse(Long.MAX_VALUE);
        while (number > 0 && events.size() < limit) {
            List<Commit> page = commits(number, Math.clamp(last - number + 1, 1, limit - events.size()));
            page.stream()
                    .flatMap(commit -> commit.stored().stream())
                    .filter(event -> event.position() >= from)
                    .limit(limit - events.size())
                    .forEach(events::add);
            number = page.isEmpty() ? 0 : page.getLast().number() + 1;
        }
        return events;
    }

    @Override
    public final List<StoredEvent> eventsAt(List<Long> positions) {
        return PositionReads.read(positions, this::events, StoredEvent::position);
    }

    @Override
    public final List<StoredEvent> aggregate(String id, long sequence, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        long next = Math.max(0, sequence);
        boolean more = true;
        while (more && events.size() < limit) {
            int asked = Math.min(streamPage, limit - events.size());
            List<StoredEvent> found = stream(id, next, asked);
            events.addAll(found);
            next += found.size();
            more = found.size() == asked;
        }
        return events;
    }

    /** Up to {@code count} events of a stream, whose sequences are dense. */
    private List<StoredEvent> stream(String id, long sequence, int count) {
        List<StoredEvent> events = new ArrayList<>();
        for (Commit commit : storedCommitsOf(id, sequence, count)) {
            sound(checked(commit)).stored().stream()
                    .filter(event -> isOf(event.event(), id, sequence, count))
                    .forEach(events::add);
        }
        for (int i = 0; i < events.size(); i++) {
            if (sequenceOf(events.get(i)) != sequence + i) {
                throw new LedgerException.CommitDamaged(events.get(i).commit(), Damage.INCOMPLETE_STREAM, null);
            }
        }
        return events;
    }

    private static boolean isOf(RecordedEvent event, String aggregate, long from, int count) {
        StreamPosition place = event.aggregate();
        return place != null
                && place.id().equals(aggregate)
                && place.sequence() >= from
                && place.sequence() < from + count;
    }

    private static long sequenceOf(StoredEvent stored) {
        StreamPosition place = stored.event().aggregate();
        return place == null ? -1 : place.sequence();
    }

    @Override
    public final long firstPositionSince(Instant timestamp) {
        long number = storedNumberSince(timestamp);
        // The running maximum reached the timestamp in this commit, so the event is one of its own.
        return commit(number)
                .map(commit -> commit.stored().stream()
                        .filter(event -> !event.event().timestamp().isBefore(timestamp))
                        .findFirst()
                        .map(StoredEvent::position)
                        .orElse(commit.first()))
                .orElseGet(() -> tail().next());
    }
}
