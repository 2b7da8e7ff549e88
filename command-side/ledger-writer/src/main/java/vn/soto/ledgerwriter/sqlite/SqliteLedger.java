package vn.soto.ledgerwriter.sqlite;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Optional;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledgerwriter.GroupAppender;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.WriterHealth;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.WrittenFile;

/** A ledger in one SQLite file, and its only writer. The files {@code .anchor} and {@code .lock} are beside it. */
public final class SqliteLedger implements AutoCloseable {

    private final WrittenFile file;
    private final LedgerLock lock;
    private final SqliteLedgerReader reader;
    private final SqliteWriter writer;
    private final GroupAppender appender;

    private SqliteLedger(
            WrittenFile file, LedgerLock lock, SqliteLedgerReader reader, SqliteWriter writer, GroupAppender appender) {
        this.file = file;
        this.lock = lock;
        this.reader = reader;
        this.writer = writer;
        this.appender = appender;
    }

    /**
     * Opens the ledger; creates it if absent. Throws {@code Unavailable} if another process writes it or it
     * cannot be written, {@code Damaged} if it lacks acknowledged commits, {@link vn.soto.ledger.WrongLedgerException} if it is another ledger.
     *
     * @param origin the ledger's name, such as {@code demo/binh-duong}; part of the genesis hash
     */
    public static SqliteLedger open(
            Path file, String origin, Clock clock, WriterSettings settings, MeterRegistry meters) {
        return open(file, origin, clock, settings, meters, Durability.REAL);
    }

    /**
     * As {@link #open}, but nothing is durable before the caller has synced all files of the folder, after {@link #close}. For a ledger
     * that is made at one go, in a folder of its own, and thrown away if the process ends before.
     */
    public static SqliteLedger openWithoutDurability(
            Path file, String origin, Clock clock, WriterSettings settings, MeterRegistry meters) {
        return open(file, origin, clock, settings, meters, Durability.AFTERWARDS);
    }

    static SqliteLedger open(
            Path file,
            String origin,
            Clock clock,
            WriterSettings settings,
            MeterRegistry meters,
            Durability durability) {
        Path ledger = file.toAbsolutePath();
        try {
            makeFolder(ledger);
            LedgerLock lock = LedgerLock.take(ledger, settings.retryAfter());
            try {
                SqliteWriter writer = SqliteWriter.open(ledger, origin, clock, settings, durability);
                return started(lock, writer, ledger, settings, meters);
            } catch (SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException | UncheckedIOException e) {
            throw WrittenFile.ledger(ledger, settings.retryAfter()).notWritten(e);
        } catch (NullPointerException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // A value that no column of a ledger has, such as NULL for its name after one bit was changed.
            throw WrittenFile.ledger(ledger, settings.retryAfter()).damaged(e);
        }
    }

    private static SqliteLedger started(
            LedgerLock lock, SqliteWriter writer, Path ledger, WriterSettings settings, MeterRegistry meters) {
        try {
            WrittenFile file = WrittenFile.ledger(ledger, settings.retryAfter());
            SqliteLedgerReader reader =
                    SqliteLedgerReader.open(ledger, damage -> writer.health().found(file.damaged(damage)));
            GroupAppender appender = new GroupAppender(writer, settings, meters);
            appender.start();
            return new SqliteLedger(file, lock, reader, writer, appender);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** The origin stored in a ledger file. */
    public static String originOf(Path file) {
        return SqliteLedgerReader.originOf(file);
    }

    public LedgerReader reader() {
        return reader;
    }

    /** Exclusive: the lock file keeps every other process away. Refuses drafts about aggregates in damaged commits. */
    public ObservableAppender appender() {
        return appender.refusing(reader.damaged());
    }

    /** Ends all writing: a look at the whole file found that it contradicts itself. */
    public void contradicts(String complaint) {
        writer.health().found(file.damaged(new SQLException(complaint)));
    }

    /** The trouble that keeps the file from being written, if any. */
    public Optional<WriterHealth.Trouble> trouble() {
        return appender.trouble();
    }

    /** Whether the anchor cannot be written, so that a loss of the last commits would not be noticed. */
    public boolean isAnchorFailing() {
        return writer.isAnchorFailing();
    }

    /** False once every append is refused: the ledger was closed, or its writing thread ended. */
    public boolean isOpen() {
        return appender.isOpen();
    }

    /**
     * Refuses further appends, writes those in the queue, and closes the file; closing the last connection empties the
     * log.
     */
    @Override
    public void close() {
        appender.close();
        reader.close();
        writer.close();
        lock.close();
    }

    private static void makeFolder(Path ledger) {
        try {
            Files.createDirectories(ledger.resolveSibling(".").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
