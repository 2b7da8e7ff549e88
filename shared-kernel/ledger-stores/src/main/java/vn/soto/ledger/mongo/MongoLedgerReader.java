package vn.soto.ledger.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import vn.soto.ledger.CheckedReader;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/**
 * Reads a ledger in MongoDB while others append to it. Every query is by number or by key and costs index look-ups
 * only. The last known tail is cached, because stored commits never change.
 */
public final class MongoLedgerReader extends CheckedReader {

    /** Numbers tried beyond the cached tail before pages are read. */
    private static final int NEAR = 8;

    private static final int SEQUENCES = 64;

    private final Commits commits;
    private final CommitPositions places = new CommitPositions();
    private final String origin;
    private volatile Tail known;

    private MongoLedgerReader(Commits commits, String origin) {
        super(SEQUENCES);
        this.commits = commits;
        this.origin = origin;
        this.known = Tail.empty(origin);
    }

    /** Opens a ledger; {@link vn.soto.ledger.WrongLedger} if the database holds none. The client stays its owner's. */
    public static MongoLedgerReader open(MongoDatabase database) {
        MongoLedgerReader reader = new MongoLedgerReader(new Commits(database), MongoLayout.originOf(database));
        reader.findTail();
        return reader;
    }

    @Override
    public String origin() {
        return origin;
    }

    private void findTail() {
        // Counted from 0 while commits count from 1.
        long last = 1
                + TailSearch.last(
                        asked -> greatest(asked.stream().map(i -> i + 1).toList()) - 1);
        if (last > 0) {
            reached(CommitDocument.tail(commits.headers(last, 1).getFirst()));
        }
    }

    private long greatest(Collection<Long> numbers) {
        return commits.headers(numbers).stream()
                .mapToLong(CommitDocument::number)
                .max()
                .orElse(0);
    }

    @Override
    public Tail tail() {
        Tail tail = known;
        int asked = NEAR;
        boolean more = true;
        while (more) {
            List<BsonDocument> found = commits.headers(tail.number() + 1, asked);
            for (BsonDocument header : found) {
                tail = CommitDocument.number(header) == tail.number() + 1 ? follow(tail, header) : tail;
            }
            more = found.size() == asked;
            asked = Commits.PAGE;
        }
        return reached(tail);
    }

    private synchronized Tail reached(Tail tail) {
        known = tail.number() > known.number() ? tail : known;
        return known;
    }

    private static Tail follow(Tail tail, BsonDocument header) {
        if (!CommitDocument.previous(header).equals(tail.chain())) {
            throw new LedgerException.Damaged(
                    "Lần ghi %1$d không nối tiếp lần ghi đã đọc. / Commit %1$d does not follow the one that was read."
                            .formatted(CommitDocument.number(header)),
                    null);
        }
        return CommitDocument.tail(header);
    }

    @Override
    protected List<Commit> storedCommits(long number, int limit) {
        List<Commit> page = commits.page(number, limit);
        page.stream().limit(1).forEach(commit -> places.add(commit.number(), commit.first()));
        return page;
    }

    @Override
    protected List<EventHeader> storedHeaders(long number, int limit) {
        return commits.eventHeaders(number, limit);
    }

    @Override
    protected List<Commit> storedCommitsAt(List<Long> numbers) {
        return commits.these(numbers);
    }

    @Override
    protected List<Commit> storedCommitsOf(String aggregate, long sequence, int count) {
        return commits.holding(keys(aggregate, LongStream.range(sequence, sequence + count)));
    }

    @Override
    protected Optional<Commit> storedCommitOf(UUID command) {
        return commits.holding(List.of(CommitDocument.command(command))).stream()
                .findFirst();
    }

    @Override
    protected Optional<Hash> storedChain(long number) {
        return commits.headers(number, 1).stream()
                .findFirst()
                .map(header -> CommitDocument.tail(header).chain());
    }

    @Override
    protected Optional<Long> storedNumberAt(long position) {
        return Optional.of(numberAtPosition(position)).filter(number -> number > 0);
    }

    /** A page ends at a gap, because a commit that is just being inserted may show after the next one. */
    @Override
    protected long knownToExist() {
        return known.number();
    }

    /** The commit that holds the position; 0 if none does. */
    private long numberAtPosition(long position) {
        Tail tail = tail();
        if (position < 0 || position >= tail.next()) {
            return 0;
        }
        long low = Math.max(1, places.atOrBefore(position));
        long high = places.after(position, tail.number() + 1);
        return TailSearch.last(low, high, numbers -> {
            List<BsonDocument> headers = commits.headers(numbers);
            headers.forEach(header -> places.add(CommitDocument.number(header), CommitDocument.first(header)));
            return headers.stream()
                    .filter(header -> CommitDocument.first(header) <= position)
                    .mapToLong(CommitDocument::number)
                    .max()
                    .orElse(0);
        });
    }

    private static List<String> keys(String aggregate, LongStream sequences) {
        return sequences
                .mapToObj(sequence -> new StreamPosition("", aggregate, sequence).key())
                .toList();
    }

    @Override
    public OptionalLong head(String aggregate) {
        long last = TailSearch.last(sequences -> greatest(aggregate, sequences));
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private long greatest(String aggregate, List<Long> sequences) {
        Set<String> present = new HashSet<>(
                commits.keysBeside(keys(aggregate, sequences.stream().mapToLong(Long::longValue))));
        return sequences.stream()
                .filter(sequence -> present.contains(new StreamPosition("", aggregate, sequence).key()))
                .mapToLong(Long::longValue)
                .max()
                .orElse(-1);
    }

    /** The commit ids from {@code number} on; numbers without a commit are absent. */
    public Map<Long, UUID> ids(long number, int count) {
        return commits.headers(number, count).stream()
                .collect(Collectors.toMap(CommitDocument::number, CommitDocument::id));
    }

    /** The keys that exist in any commit; see {@link CommitDocument#command} and {@link StreamPosition#key}. */
    public Set<String> taken(Collection<String> keys) {
        Set<String> taken = new HashSet<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += Commits.PAGE) {
            taken.addAll(commits.keysBeside(all.subList(from, Math.min(from + Commits.PAGE, all.size()))));
        }
        return taken;
    }

    @Override
    public long numberAsOf(Instant instant) {
        return lastCommit(header -> !CommitDocument.tail(header).at().isAfter(instant));
    }

    @Override
    protected long storedNumberSince(Instant timestamp) {
        return 1 + lastCommit(header -> CommitDocument.tail(header).latest().isBefore(timestamp));
    }

    /** The last commit for which a monotone condition holds; 0 if it holds for none. */
    private long lastCommit(Predicate<BsonDocument> holds) {
        return TailSearch.last(
                0,
                tail().number() + 1,
                numbers -> commits.headers(numbers).stream()
                        .filter(holds)
                        .mapToLong(CommitDocument::number)
                        .max()
                        .orElse(0));
    }
}
