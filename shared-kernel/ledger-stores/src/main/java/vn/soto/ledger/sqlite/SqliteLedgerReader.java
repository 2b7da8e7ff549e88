package vn.soto.ledger.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import vn.soto.ledger.CheckedReader;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Damage;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Micros;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedgerException;

/**
 * Reads a ledger file, also while another process appends to it. SQLite shows a commit only after it was synced to
 * disk. A page of commits ends early at 20,000 events or 32 MB, so that it fits in memory.
 */
public final class SqliteLedgerReader extends CheckedReader implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final int STREAM = 500;
    private static final int MAX_EVENTS = 20_000;
    private static final long MAX_BYTES = 32L * 1024 * 1024;
    private static final String HEAD =
            "SELECT max(e.sequence) FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? HAVING count(*) >"
                    + " 0";

    /** Commits that are read together with those that others ask for, and are few, so that nobody waits for long. */
    private static final int FEW = 16;

    private final ReaderPool pool;
    private final GroupedReads<AskedCommits, List<Commit>> few;
    private final String origin;

    private SqliteLedgerReader(ReaderPool pool, String origin) {
        super(STREAM);
        this.pool = pool;
        this.origin = origin;
        this.few = pool.grouped(AskedCommits::isOfOneRange, asked -> session -> AskedCommits.found(session, asked));
    }

    /** Opens an existing ledger; throws {@link WrongLedgerException} for any other file and {@code Unavailable} for none. */
    public static SqliteLedgerReader open(Path file) {
        return open(file, damage -> {});
    }

    /** @param onDamage told of each read that SQLite ends because the file contradicts itself */
    public static SqliteLedgerReader open(Path file, Consumer<LedgerException> onDamage) {
        if (!Files.exists(file)) {
            throw new LedgerException.Unavailable(
                    "Chưa có sổ cái %s. / There is no ledger %s yet.".formatted(file, file),
                    Duration.ofSeconds(2),
                    null);
        }
        return new SqliteLedgerReader(new ReaderPool(file, CONNECTIONS, onDamage), originOf(file));
    }

    /** The origin stored in a ledger file. */
    public static String originOf(Path file) {
        try (SqliteSession session = SqliteSession.reader(file)) {
            return Layout.check(session, file);
        } catch (SQLException e) {
            throw SqliteFailure.unreadable(e, file);
        }
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Tail tail() {
        return pool.read(session -> Layout.tail(session, origin));
    }

    @Override
    protected List<Commit> storedCommits(long number, int limit) {
        return pool.read(
                session -> commits(session, session.list(CommitRow.PAGE, CommitRow::of, number, Math.max(0, limit))));
    }

    @Override
    protected List<EventHeader> storedHeaders(long number, int limit) {
        List<EventHeader> headers = pool.read(
                session -> session.list(EventRow.HEADERS, EventRow::header, number, number + limit - 1, MAX_EVENTS));
        return headers.size() < MAX_EVENTS ? headers : withoutLastCommit(headers);
    }

    private static List<EventHeader> withoutLastCommit(List<EventHeader> headers) {
        long last = headers.getLast().commit();
        return headers.stream().filter(header -> header.commit() < last).toList();
    }

    @Override
    protected List<Commit> storedCommitsAt(List<Long> numbers) {
        return found(AskedCommits.at(numbers, STREAM), numbers.size() <= FEW);
    }

    @Override
    protected List<Commit> storedCommitsOf(String aggregate, long sequence, int count) {
        return found(new AskedCommits(aggregate, sequence, count, List.of()), true);
    }

    private List<Commit> found(AskedCommits asked, boolean small) {
        return small && Thread.currentThread().isVirtual()
                ? ReaderPool.awaited(() -> few.read(asked))
                : pool.read(
                        session -> AskedCommits.found(session, List.of(asked)).getFirst());
    }

    /** The commits of these rows, with their events. */
    static List<Commit> these(SqliteSession session, List<CommitRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> positions = rows.stream()
                .flatMap(
                        row -> LongStream.range(row.first, row.first + row.size).boxed())
                .toList();
        Iterator<StoredEvent> events =
                session.list(EventRow.THESE, EventRow::of, positions.toString()).iterator();
        return rows.stream().map(row -> row.with(eventsOf(row, events))).toList();
    }

    private static List<Commit> commits(SqliteSession session, List<CommitRow> rows) throws SQLException {
        int kept = 0;
        int size = 0;
        long bytes = 0;
        while (kept < rows.size() && size < MAX_EVENTS && bytes < MAX_BYTES) {
            size += rows.get(kept).size;
            bytes += rows.get(kept).bytes;
            kept++;
        }
        Iterator<StoredEvent> events = size == 0
                ? Collections.emptyIterator()
                : session.list(EventRow.PAGE, EventRow::of, rows.getFirst().first, size)
                        .iterator();
        return rows.stream()
                .limit(kept)
                .map(row -> row.with(eventsOf(row, events)))
                .toList();
    }

    private static List<RecordedEvent> eventsOf(CommitRow row, Iterator<StoredEvent> events) {
        List<RecordedEvent> own = new ArrayList<>(row.size);
        for (long position = row.first; position < row.first + row.size; position++) {
            own.add(eventOf(row, position, events));
        }
        return own;
    }

    private static RecordedEvent eventOf(CommitRow row, long position, Iterator<StoredEvent> events) {
        StoredEvent next = events.hasNext() ? events.next() : null;
        if (next == null || next.position() != position || next.commit() != row.number) {
            throw new LedgerException.CommitDamaged(row.number, Damage.UNREADABLE, null);
        }
        return next.event();
    }

    @Override
    protected Optional<Commit> storedCommitOf(UUID command) {
        return pool
                .read(session -> commits(
                        session, session.list(CommitRow.OF_COMMAND, CommitRow::of, (Object) Columns.uuid(command))))
                .stream()
                .findFirst();
    }

    @Override
    protected Optional<Hash> storedChain(long number) {
        return pool.read(session -> session.first(CommitRow.CHAIN, row -> Hash.of(row.getBytes(1)), number));
    }

    @Override
    protected Optional<Long> storedNumberAt(long position) {
        return pool.read(session -> session.first(EventRow.COMMIT, row -> row.getLong(1), position));
    }

    @Override
    public OptionalLong head(String aggregate) {
        return pool.read(session -> session.first(HEAD, row -> row.getLong(1), aggregate)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public long numberAsOf(Instant instant) {
        return pool.read(session -> firstCommit(session, "at", at -> at.isAfter(instant)) - 1);
    }

    @Override
    protected long storedNumberSince(Instant timestamp) {
        return pool.read(session -> firstCommit(session, "latest", latest -> !latest.isBefore(timestamp)));
    }

    /** Bisection over a column that never decreases: the first number for which it holds, or the one after the last. */
    private long firstCommit(SqliteSession session, String column, Predicate<Instant> holds) throws SQLException {
        String sql = "SELECT " + column + " FROM commits WHERE number = ?";
        long low = 1;
        long high = Layout.tail(session, origin).number() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (holds.test(Micros.instant(session.number(sql, middle)))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public void close() {
        pool.close();
    }
}
