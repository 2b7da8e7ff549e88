package vn.soto.ledger.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
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
import java.util.stream.Stream;
import org.bson.BsonDocument;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.PositionReads;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/**
 * Reads a ledger in MongoDB while others append to it. Every query is by number or by key and costs index look-ups
 * only. The last known tail is cached, because stored commits never change.
 */
public final class MongoLedgerReader implements LedgerReader {

    /** Numbers tried beyond the cached tail before pages are read. */
    private static final int NEAR = 8;

    private static final int SEQUENCES = 64;

    private final Commits commits;
    private final CommitPositions places = new CommitPositions();
    private final String origin;
    private volatile Tail known;

    private MongoLedgerReader(Commits commits, String origin) {
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
                    "Giao dịch %1$d không nối tiếp giao dịch đã đọc. / Commit %1$d does not follow the one that was read."
                            .formatted(CommitDocument.number(header)),
                    null);
        }
        return CommitDocument.tail(header);
    }

    @Override
    public List<Commit> commits(long number, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        List<Commit> page = commits.page(Math.max(1, number), limit);
        page.stream().limit(1).forEach(commit -> places.add(commit.number(), commit.first()));
        return page;
    }

    @Override
    public List<EventHeader> headers(long number, int limit) {
        return limit <= 0 ? List.of() : commits.eventHeaders(Math.max(1, number), limit);
    }

    @Override
    public List<Commit> commitsAt(List<Long> numbers) {
        return PositionReads.these(numbers, Commit::number, commits::these);
    }

    @Override
    public Optional<Commit> commitAtPosition(long position) {
        long number = numberAtPosition(position);
        return number == 0 ? Optional.empty() : commit(number);
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

    @Override
    public Optional<Commit> commitOfCommand(UUID command) {
        return commits.holding(List.of(CommitDocument.command(command))).stream()
                .findFirst();
    }

    @Override
    public List<StoredEvent> events(long position, int limit) {
        long from = Math.max(0, position);
        long number = limit <= 0 ? 0 : numberAtPosition(from);
        List<StoredEvent> events = new ArrayList<>();
        while (number > 0 && events.size() < limit) {
            List<Commit> page = commits(number, limit - events.size());
            page.stream()
                    .flatMap(MongoLedgerReader::stored)
                    .filter(event -> event.position() >= from)
                    .limit(limit - events.size())
                    .forEach(events::add);
            number = page.isEmpty() ? 0 : page.getLast().number() + 1;
        }
        return events;
    }

    private static Stream<StoredEvent> stored(Commit commit) {
        return LongStream.range(0, commit.events().size())
                .mapToObj(i -> new StoredEvent(
                        commit.first() + i, commit.number(), commit.events().get((int) i)));
    }

    @Override
    public List<StoredEvent> aggregate(String id, long sequence, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        long next = Math.max(0, sequence);
        boolean more = true;
        while (more && events.size() < limit) {
            int asked = Math.min(SEQUENCES, limit - events.size());
            long from = next;
            commits.holding(keys(id, LongStream.range(from, from + asked))).stream()
                    .flatMap(MongoLedgerReader::stored)
                    .filter(stored -> isOf(stored.event(), id, from, asked))
                    .forEach(events::add);
            next = from + asked;
            more = !events.isEmpty() && sequenceOf(events.getLast()) == next - 1;
        }
        return events;
    }

    private static List<String> keys(String aggregate, LongStream sequences) {
        return sequences
                .mapToObj(sequence -> new StreamPosition("", aggregate, sequence).key())
                .toList();
    }

    private static boolean isOf(RecordedEvent event, String aggregate, long from, int count) {
        StreamPosition slot = event.aggregate();
        return slot != null && slot.id().equals(aggregate) && slot.sequence() >= from && slot.sequence() < from + count;
    }

    private static long sequenceOf(StoredEvent stored) {
        StreamPosition slot = stored.event().aggregate();
        return slot == null ? -1 : slot.sequence();
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

    /** Which of the keys exist in any commit; see {@link CommitDocument#command} and {@link StreamPosition#key}. */
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
    public long firstPositionSince(Instant timestamp) {
        long before = lastCommit(header -> CommitDocument.tail(header).latest().isBefore(timestamp));
        // The running maximum reached the timestamp in the commit after, so the event is one of its own.
        return commit(before + 1)
                .map(commit -> stored(commit)
                        .filter(stored -> !stored.event().timestamp().isBefore(timestamp))
                        .findFirst()
                        .map(StoredEvent::position)
                        .orElse(commit.first()))
                .orElseGet(() -> tail().next());
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
