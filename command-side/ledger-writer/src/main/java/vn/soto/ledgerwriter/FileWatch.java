package vn.soto.ledgerwriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * Whether the files at a database's path and at its log's are those that a session has open. A file that was deleted or
 * replaced stays open and takes writes, which end with the process: what it took must not be acknowledged. For one thread at
 * a time.
 */
public final class FileWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final WrittenFile file;
    private final boolean alone;
    private OpenedFiles opened;

    /**
     * Begins with the files that are there now; the session has opened them, and has read from them.
     *
     * @param alone whether nobody else writes them: then neither becomes shorter by itself
     */
    public FileWatch(WrittenFile file, boolean alone) {
        this.file = file;
        this.alone = alone;
        this.opened = OpenedFiles.of(file);
    }

    /** Whether a file is another one, or shorter than the last write left it. */
    public boolean isReplaced() {
        OpenedFiles now = OpenedFiles.of(file);
        return !now.isSame(opened) || (alone && now.isShorter(opened));
    }

    /** Looks after a write: whether it went to the files at the paths. */
    public boolean confirmsWrite() {
        OpenedFiles now = OpenedFiles.of(file);
        if (!now.isSame(opened)) {
            return false;
        }
        opened = now.isKnown() ? now : opened;
        return true;
    }

    /**
     * Saves what the session has open before the process ends: into the database's file if that is still in its place,
     * otherwise as a whole into {@code FILE.rescued}. The failure to throw names the place.
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
        if (OpenedFiles.of(file).database().isSame(opened.database())) {
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

    private record OpenedFiles(FileState database, FileState log) {

        static OpenedFiles of(WrittenFile file) {
            return new OpenedFiles(FileState.of(file.path()), FileState.of(file.log()));
        }

        boolean isKnown() {
            return database.size != FileState.UNKNOWN && log.size != FileState.UNKNOWN;
        }

        boolean isSame(OpenedFiles other) {
            return database.isSame(other.database) && log.isSame(other.log);
        }

        boolean isShorter(OpenedFiles other) {
            return database.isShorter(other.database) || log.isShorter(other.log);
        }
    }

    /**
     * @param key  the file's identity; null where the system has none, and for no file
     * @param size -1 if there is no file, -2 if it cannot be asked, which says nothing of it
     */
    private record FileState(@Nullable Object key, long size) {

        private static final long UNKNOWN = -2;

        static FileState of(Path path) {
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                return new FileState(found.fileKey(), found.size());
            } catch (NoSuchFileException | NotDirectoryException e) {
                return new FileState(null, -1);
            } catch (IOException e) {
                return new FileState(null, UNKNOWN);
            }
        }

        boolean isShorter(FileState other) {
            return size != UNKNOWN && size < other.size;
        }

        boolean isSame(FileState other) {
            return size == UNKNOWN || other.size == UNKNOWN || (size >= 0 && Objects.equals(key, other.key));
        }
    }
}
