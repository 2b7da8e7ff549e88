package vn.soto.allinone.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OpenedFile;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.StoreWrites;
import vn.soto.ledgerwriter.RowAnchor;
import vn.soto.ledgerwriter.WrittenFile;

/** The open file of accounts, and what keeps it from being written. For one thread at a time, except where it is said. */
final class AccountsConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsConnection.class);

    private final Path file;
    private final SqliteSession session;
    private final StoreWrites writes;
    private final @Nullable RowAnchor anchor;
    private final @Nullable String loss;
    private final UnwrittenNotes notes = new UnwrittenNotes();

    private AccountsConnection(Path file, SqliteSession session, @Nullable String loss) throws SQLException {
        this.file = file;
        this.session = session;
        this.writes = new StoreWrites(file, session);
        this.loss = loss;
        this.anchor = loss == null ? AccountsAnchor.open(file, session) : null;
    }

    /** Reads or writes of the open file. */
    @FunctionalInterface
    interface Using<T> {
        T result(SqliteSession session) throws SQLException;
    }

    @FunctionalInterface
    interface Work {
        void in(SqliteSession session) throws SQLException;
    }

    /** As {@link SqliteAccountStore#open}. */
    static AccountsConnection open(Path file) {
        try {
            String loss = AccountsAnchor.loss(file).orElse(null);
            if (loss != null) {
                LOG.error("{}", loss);
            }
            OwnerFile.create(file);
            OwnerFile.restrict(file);
            SqliteSession session = SqliteSession.writer(file);
            try {
                AccountsTable.prepare(session, file.toString());
                // A killed process may have left changes that can be read but were never synced.
                session.run("PRAGMA wal_checkpoint(RESTART)");
                return new AccountsConnection(file, session, loss);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException | UncheckedIOException | LedgerException.Damaged e) {
            throw unwritable(file, e);
        }
    }

    /** The changes that the file lacks; for any thread. */
    Optional<String> loss() {
        return Optional.ofNullable(loss);
    }

    UnwrittenNotes notes() {
        return notes;
    }

    <T> T read(Using<T> reading) {
        try {
            return reading.result(session);
        } catch (SQLException e) {
            throw unwritable(file, e);
        }
    }

    /** A change of accounts that somebody is told of, which the anchor then names. */
    void writeTold(Work work) {
        if (loss != null) {
            throw new AccountsUnwritableException(loss, new IOException("changes are missing"));
        }
        writeInPlace(work);
        try {
            if (anchor != null) {
                anchor.advance(session);
            }
        } catch (SQLException e) {
            LOG.warn("the anchor of {} lags: {}", file, e.toString());
        }
    }

    /**
     * Refused if another file is at the path, or none: the open one ends with the process. Notes of sign-ins on their
     * way are written to the open file all the same, so that they go on.
     */
    void writeInPlace(Work work) {
        requireInPlace();
        write(work);
        requireInPlace();
    }

    private void requireInPlace() {
        if (!opened().isInPlace()) {
            throw unwritable(
                    file,
                    new IOException(
                            "đã bị xóa, thay hoặc cắt khi chương trình đang chạy / it was deleted, replaced or cut"
                                    + " while the product ran"));
        }
    }

    void write(Work work) {
        try {
            writes.write(() -> {
                notes.write(session);
                work.in(session);
            });
            notes.clear();
        } catch (SQLException e) {
            throw unwritable(file, e);
        }
    }

    /** Notes that cannot be written now go with the next write. */
    void writeNotes() {
        try {
            write(open -> {});
        } catch (AccountsUnwritableException e) {
            LOG.debug("kept in memory", e);
        }
    }

    void requireWritable() {
        // A change takes several pages, in the file and in its log.
        if (WrittenFile.isFull(file.resolveSibling("."))) {
            throw unwritable(file, new IOException("ổ đĩa đã đầy / the disk is full"));
        }
        writeTold(open -> StoreWrites.touch(file, open));
    }

    /** For any thread. */
    OpenedFile opened() {
        return writes.opened();
    }

    /** Whether the last write failed; for any thread. */
    boolean haveWritesFailed() {
        return writes.haveFailed();
    }

    /** Whether a write would still fail, which is tried. */
    boolean wouldFail() {
        if (writes.stillFail()) {
            return true;
        }
        writeNotes();
        return false;
    }

    /** Whether the anchor cannot be written; for any thread. */
    boolean isAnchorFailing() {
        return anchor != null && anchor.isFailing();
    }

    private static AccountsUnwritableException unwritable(Path file, Exception cause) {
        return new AccountsUnwritableException(
                "Không ghi được tệp tài khoản %1$s. / The file of accounts %1$s cannot be written: %2$s"
                        .formatted(file, cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        try {
            session.close();
            if (anchor != null) {
                anchor.close();
            }
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        }
    }
}
