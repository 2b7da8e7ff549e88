package vn.soto.privacy.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OpenedFile;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.StoreWrites;

/**
 * The register in one SQLite file, for its owner alone. Callers that wait at the same time share one synced transaction. If another
 * file stands at the path, nothing is recorded until the process is started again.
 */
public final class SqlitePersonalDataReads implements PersonalDataReads {

    private final Path file;
    private final SqliteSession writer;
    private final StoreWrites writes;
    private final SqliteSession reader;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();

    private SqlitePersonalDataReads(Path file, SqliteSession writer, SqliteSession reader) {
        this.file = file;
        this.writer = writer;
        this.writes = new StoreWrites(file, writer);
        this.reader = reader;
    }

    /** A caller's entries, until the transaction that holds them is done. */
    private static final class Waiting {

        private final List<PersonalDataRead> reads;
        private boolean done;
        private @Nullable Exception failure;

        private Waiting(List<PersonalDataRead> reads) {
            this.reads = reads;
        }
    }

    /**
     * Opens the file; creates it if absent.
     *
     * @throws ReadsNotRecordedException if it cannot be written, or is another program's or a newer version's
     */
    public static SqlitePersonalDataReads open(Path path) {
        Path file = path.toAbsolutePath();
        try {
            OwnerFile.create(file);
            OwnerFile.restrict(file);
            SqliteSession writer = SqliteSession.writer(file);
            try {
                ReadsTable.prepare(writer, file);
                return new SqlitePersonalDataReads(file, writer, SqliteSession.reader(file));
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException | UncheckedIOException | LedgerException.Damaged e) {
            throw notRecorded(file, e);
        }
    }

    @Override
    public void append(List<PersonalDataRead> reads) {
        Waiting mine = new Waiting(reads);
        waiting.add(mine);
        writing.lock();
        try {
            if (!mine.done) {
                writeWaiting();
            }
            if (mine.failure != null) {
                throw notRecorded(file, mine.failure);
            }
        } finally {
            writing.unlock();
        }
    }

    /** The caller that holds the lock writes the entries of all callers waiting for it. */
    private void writeWaiting() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        Exception failure = null;
        try {
            writes.write(() -> ReadsTable.insert(
                    writer, group.stream().flatMap(each -> each.reads.stream()).toList()));
            if (!writes.opened().isInPlace()) {
                failure = new IOException("another file stands at its path, or none");
            }
        } catch (SQLException e) {
            failure = e;
        }
        for (Waiting each : group) {
            each.failure = failure;
            each.done = true;
        }
    }

    public OpenedFile opened() {
        return writes.opened();
    }

    @Override
    public Found find(Search search) {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        List<Object> arguments = new ArrayList<>();
        condition("subject = ?", search.subject(), conditions, arguments);
        condition("account = ?", search.account(), conditions, arguments);
        condition("at >= ?", millis(search.from()), conditions, arguments);
        condition("at < ?", millis(search.until()), conditions, arguments);
        condition("id < ?", search.before() == null ? null : Long.valueOf(search.before()), conditions, arguments);
        arguments.add(search.limit() + 1);
        String sql = "SELECT id, at, account, role, subject, question, reason, words FROM reads WHERE "
                + String.join(" AND ", conditions) + " ORDER BY id DESC LIMIT ?";
        reading.lock();
        try {
            return Found.of(reader.list(sql, SqlitePersonalDataReads::entry, arguments.toArray()), search.limit());
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(
                    "Không đọc được sổ xem dữ liệu cá nhân. / The register of reads cannot be read: " + e.getMessage(),
                    Duration.ofSeconds(2),
                    e);
        } finally {
            reading.unlock();
        }
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static void condition(
            String condition, @Nullable Object argument, List<String> conditions, List<Object> arguments) {
        Optional.ofNullable(argument).ifPresent(given -> {
            conditions.add(condition);
            arguments.add(given);
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getString(1), ReadsTable.read(row));
    }

    private static ReadsNotRecordedException notRecorded(Path file, Exception cause) {
        return new ReadsNotRecordedException(
                "Không ghi được sổ xem dữ liệu cá nhân %1$s. / The register of reads %1$s cannot be written: %2$s"
                        .formatted(file, cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try {
            reader.close();
            writer.close();
        } catch (SQLException e) {
            throw notRecorded(file, e);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }
}
