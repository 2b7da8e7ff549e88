package vn.soto.ledgerwriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.FileState;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * Whether the files at a database's path and at its log's are those that a session has open, and nobody else has written
 * the database. A file that was deleted or replaced stays open and takes writes, which end with the process: what it
 * took must not be acknowledged. One that was written over, as {@code cp} does, is a mixture of two. SQLite writes the
 * database only when it copies the log into it; each such time is told by {@link #confirmsWrite}. For one thread at a time.
 */
public final class FileWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final WrittenFile file;
    private OpenedFiles opened;

    /**
     * Begins with the files that are there now; the session has opened them, and has read from them. Nobody else writes them, so that
     * neither becomes shorter but by a write.
     */
    public FileWatch(WrittenFile file) {
        this.file = file;
        this.opened = OpenedFiles.of(file);
    }

    /** Whether a file is another one, or shorter than the last write left it, or the database was written since. */
    public boolean isReplaced() {
        OpenedFiles now = OpenedFiles.of(file);
        return !now.isSame(opened) || now.isShorter(opened) || now.isWrittenOver(opened);
    }

    /** Looks after a write, also after one that failed: whether it went to the files at the paths. */
    public boolean confirmsWrite() {
        OpenedFiles now = OpenedFiles.of(file);
        if (!now.isSame(opened) || OpenedFiles.isShorter(now.database(), opened.database())) {
            return false;
        }
        opened = now.isKnown() ? now : opened;
        return true;
    }

    /**
     * Saves the data that the session has open before the process ends. It goes into the database's file if that is
     * still in its place, otherwise as a whole into {@code FILE.rescued}. The failure to throw names the place.
     */
    public LedgerException.Damaged save(SqliteSession session) {
        try {
            return file.replaced(Optional.of(saved(session)), null);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("what {} held could not be saved", file.path(), e);
            return file.replaced(Optional.empty(), e);
        }
    }

    private Path saved(SqliteSession session) throws SQLException, IOException {
        session.leaveTransaction();
        OpenedFiles now = OpenedFiles.of(file);
        if (now.isWrittenOver(opened)) {
            throw new IOException("đã bị ghi đè / it was written over: " + file.path());
        }
        if (isSame(now.database(), opened.database())) {
            long left = session.first("PRAGMA wal_checkpoint(FULL)", row -> row.getLong(2) - row.getLong(3))
                    .orElse(-1L);
            if (left != 0) {
                throw new SQLException("the log could not be copied: " + left);
            }
            return file.path();
        }
        Path copy = file.path().resolveSibling(file.path().getFileName() + ".rescued");
        Files.deleteIfExists(copy);
        OwnerFile.create(copy);
        var vacuum = session.prepared("VACUUM INTO ?");
        vacuum.setString(1, copy.toString());
        vacuum.execute();
        return copy;
    }

    /** A file that cannot be asked is not another one. */
    private static boolean isSame(FileState now, FileState before) {
        return now.isUnknown() || before.isUnknown() || now.isSame(before);
    }

    private record OpenedFiles(FileState database, FileState log) {

        static OpenedFiles of(WrittenFile file) {
            return new OpenedFiles(FileState.of(file.path()), FileState.of(file.log()));
        }

        boolean isKnown() {
            return !database.isUnknown() && !log.isUnknown();
        }

        boolean isSame(OpenedFiles other) {
            return FileWatch.isSame(database, other.database) && FileWatch.isSame(log, other.log);
        }

        /** The log is written with each commit. */
        boolean isWrittenOver(OpenedFiles other) {
            return !database.isUnknown()
                    && !other.database.isUnknown()
                    && database.isSame(other.database)
                    && database.isWritten(other.database);
        }

        private static boolean isShorter(FileState now, FileState before) {
            return !now.isUnknown() && now.isShorter(before);
        }

        boolean isShorter(OpenedFiles other) {
            return isShorter(database, other.database) || isShorter(log, other.log);
        }
    }
}
