package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.AppendOutcome;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.WrittenFile;

/**
 * The answers to callers when a step fails, and the content of the file afterwards; in pairs: failed, failed but
 * persisted.
 */
@Tag("threads")
final class CrashPointsIT {

    @TempDir
    Path folder;

    private final Faults faults = new Faults();
    private Path file;
    private Embedded embedded;

    @BeforeEach
    void open() {
        file = folder.resolve("ledger.db");
        embedded = Embedded.open(file, faults);
        embedded.append(one("before", "x", 0));
    }

    @AfterEach
    void verify() {
        faults.clear();
        long last = embedded.append(one("after", "y", 0)).number();
        assertThat(embedded.verified().number()).isEqualTo(last);
        embedded.close();
        try (Embedded again = Embedded.open(file)) {
            assertThat(again.verified().number()).isEqualTo(last);
        }
    }

    @Test
    void commitFails() throws IOException {
        assertThat(embedded.ledger.reader().tail().number())
                .isEqualTo(1); // a reader keeps the log from going by itself
        faults.commit = Faults.Moment.BEFORE;
        refused(LedgerException.Unavailable.class);
        assertThat(Files.size(file.resolveSibling("ledger.db-wal"))).isZero();
        assertThat(embedded.ledger.reader().tail().number()).isEqualTo(1);
        faults.clear();
        assertThat(embedded.append(one("a", "x", 1)).number()).isEqualTo(2);
    }

    @Test
    void commitFailsButPersists() {
        faults.commit = Faults.Moment.AFTER;
        assertThat(embedded.append(one("a", "x", 1)).number()).isEqualTo(2);
        assertThat(embedded.ledger.reader().tail().number()).isEqualTo(2);
    }

    @Test
    void commitFailsAndTheFileCannotBeAsked() {
        faults.commit = Faults.Moment.BEFORE;
        faults.reopen = true;
        refused(LedgerException.Uncertain.class);
        faults.clear();
        assertThat(embedded.append(one("a", "x", 1)).number()).isEqualTo(2);
    }

    @Test
    void commitFailsButPersistsAndTheFileCannotBeAsked() {
        faults.commit = Faults.Moment.AFTER;
        faults.reopen = true;
        refused(LedgerException.Uncertain.class);
        faults.clear();
        refused(LedgerException.Repeated.class);
        assertThat(embedded.ledger.reader().tail().number()).isEqualTo(2);
    }

    @Test
    void commitFindsTheDiskFullAndTheFileCannotBeAsked() {
        faults.commit = Faults.Moment.BEFORE;
        faults.failure = new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
        faults.reopen = true;
        refused(LedgerException.Unavailable.class);
    }

    @Test
    void theFileCannotBeOpenedAgainForAWhile() {
        faults.commit = Faults.Moment.BEFORE;
        faults.reopen = true;
        refused(LedgerException.Uncertain.class);
        refused(LedgerException.Unavailable.class);
        assertThat(embedded.ledger.reader().commits(1, 10)).hasSize(1);
    }

    @Test
    void anotherWriterTookTheNumber() throws SQLException {
        behindItsBack(one("other", "z", 0));
        assertThat(embedded.append(one("a", "x", 1)).number()).isEqualTo(3);
    }

    @Test
    void anotherWriterTookTheSlot() throws SQLException {
        behindItsBack(one("other", "x", 1));
        refused(LedgerException.Conflict.class);
        assertThat(embedded.ledger.reader().tail().number()).isEqualTo(2);
    }

    @Test
    void anotherWriterRecordedTheCommand() throws SQLException {
        behindItsBack(one("a", "z", 0));
        refused(LedgerException.Repeated.class);
    }

    @Test
    void anchorFails() {
        faults.anchor = Faults.Moment.BEFORE;
        assertThat(embedded.append(one("a", "x", 1)).number()).isEqualTo(2);
        embedded.close();
        assertThat(anchored()).isLessThan(2);
        reopen();
    }

    @Test
    void anchorFailsButPersists() {
        faults.anchor = Faults.Moment.AFTER;
        assertThat(embedded.append(one("a", "x", 1)).number()).isEqualTo(2);
        embedded.close();
        assertThat(anchored()).isEqualTo(2);
        reopen();
    }

    @Test
    void anchorIsTornInTheMiddleOfALine() throws IOException {
        embedded.append(one("a", "x", 1));
        embedded.close();
        Path anchor = Anchor.fileOf(file);
        byte[] bytes = Files.readAllBytes(anchor);
        assertThat(bytes).hasSize(2 * Anchor.LINE);
        bytes[30] ^= 1;
        Files.write(anchor, bytes);
        assertThat(anchored()).isPositive();
        reopen();
    }

    @Test
    void theProcessStopsBetweenCommitAndAnchor() throws IOException {
        embedded.close();
        byte[] older = Files.readAllBytes(Anchor.fileOf(file));
        reopen();
        embedded.append(one("a", "x", 1));
        embedded.close();
        Files.write(Anchor.fileOf(file), older);
        reopen();
        assertThat(embedded.ledger.reader().tail().number()).isEqualTo(2);
    }

    private void refused(Class<? extends LedgerException> consequence) {
        assertThatExceptionOfType(consequence).isThrownBy(() -> embedded.append(one("a", "x", 1)));
    }

    private void reopen() {
        embedded = Embedded.open(file, faults);
    }

    private long anchored() {
        return Anchor.read(file).orElseThrow().number();
    }

    /** As if the lock had not held, such as on a network drive. A copy of the log into the file would be told before it is met. */
    private void behindItsBack(Draft draft) throws SQLException {
        WrittenFile written = WrittenFile.ledger(file, WriterSettings.standard().retryAfter());
        Anchor reached = Anchor.read(file).orElseThrow();
        try (LedgerFile other = LedgerFile.open(written, Embedded.ORIGIN, reached, Clock.systemUTC(), 10)) {
            Group group = other.group(List.of(draft));
            assertThat(group.outcomes()).hasOnlyElementsOfType(AppendOutcome.Recorded.class);
            other.insert(group);
            Durability.REAL.commit(other.session());
        }
    }

    /** Written by the test's thread, read by the writer's. */
    private static final class Faults implements Durability {

        enum Moment {
            BEFORE,
            AFTER,
            NEVER
        }

        volatile Moment commit = Moment.NEVER;
        volatile Moment anchor = Moment.NEVER;
        volatile boolean reopen;
        volatile SQLException failure = new SQLException("as told by the test");

        void clear() {
            commit = Moment.NEVER;
            anchor = Moment.NEVER;
            reopen = false;
        }

        @Override
        public void commit(SqliteSession session) throws SQLException {
            if (commit != Moment.BEFORE) {
                Durability.super.commit(session);
            }
            if (commit != Moment.NEVER) {
                throw failure;
            }
        }

        @Override
        public void reopen() throws SQLException {
            if (reopen) {
                throw new SQLException("as told by the test");
            }
        }

        @Override
        public void anchor(FileChannel channel, byte[] line, long offset) throws IOException {
            if (anchor != Moment.BEFORE) {
                Durability.super.anchor(channel, line, offset);
            }
            if (anchor != Moment.NEVER) {
                throw new IOException("as told by the test");
            }
        }
    }
}
