package vn.soto.ledger.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * An open file and its log, compared with what is at their paths. A file that was deleted or replaced stays open and takes writes,
 * which end with the process: what it took must not be acknowledged. Thread-safe.
 */
public final class OpenedFile {

    private final Path path;

    /** Whether every write is announced by {@link #write}: then any other is somebody else's. */
    private final boolean store;

    private FileState file;
    private FileState log;
    private boolean writing;
    private boolean altered;

    private OpenedFile(Path path, boolean store) {
        this.path = path;
        this.store = store;
        this.file = FileState.of(path);
        this.log = FileState.of(logOf(path));
    }

    /** A file that only becomes longer, as it is there now. */
    public static OpenedFile of(Path path) {
        return new OpenedFile(path.toAbsolutePath(), false);
    }

    /** A database and its log, if there is one, as they are there now; the session that alone writes them has opened them. */
    static OpenedFile store(Path path) {
        return new OpenedFile(path.toAbsolutePath(), true);
    }

    public Path path() {
        return path;
    }

    /**
     * Does work in a transaction of the session that writes them, unless somebody has cut or written over one. Then
     * SQLite would copy from the log parts that are not in it any more.
     */
    void write(SqliteSession session, SqliteSession.Work work) throws SQLException {
        begin();
        try {
            session.inTransaction(work);
        } finally {
            end();
        }
    }

    private synchronized void begin() throws SQLException {
        if (!isInPlace() && altered) {
            throw new SQLException("bị cắt hoặc ghi đè / it was cut or written over: " + path);
        }
        writing = true;
    }

    private synchronized void end() {
        FileState now = FileState.of(path);
        FileState nowLog = FileState.of(logOf(path));
        file = now.isSame(file) ? now : file;
        log = nowLog.isSame(log) ? nowLog : log;
        writing = false;
    }

    /** Whether what is open is at the paths, neither cut nor written over; what was written over stays so. */
    public synchronized boolean isInPlace() {
        FileState now = FileState.of(path);
        FileState nowLog = FileState.of(logOf(path));
        if (log.isAbsent()) {
            log = nowLog; // SQLite makes it at the first write.
        }
        boolean same =
                (now.isUnknown() || now.isSame(file)) && (nowLog.isUnknown() || log.isAbsent() || nowLog.isSame(log));
        if (same && !writing) {
            altered |= isCut(now, file) || isCut(nowLog, log) || (store && !now.isUnknown() && now.isWritten(file));
            file = now.isUnknown() ? file : now;
        }
        return same && !altered;
    }

    private static boolean isCut(FileState now, FileState before) {
        return !now.isUnknown() && now.isShorter(before);
    }

    /** Whether this process may write the files as far as their rights tell. */
    public boolean isWritable() {
        return Stream.of(path, logOf(path), path.resolveSibling("."))
                .filter(Files::exists)
                .allMatch(Files::isWritable);
    }

    private static Path logOf(Path path) {
        return path.resolveSibling(path.getFileName() + "-wal");
    }
}
