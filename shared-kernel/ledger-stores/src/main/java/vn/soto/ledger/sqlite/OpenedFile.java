package vn.soto.ledger.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * An open database and its log, compared with what is at their paths. A file that was deleted or replaced stays open and takes
 * writes, which end with the process: what it took must not be acknowledged. Thread-safe.
 */
public final class OpenedFile {

    private final Path path;
    private final FileState database;
    private volatile FileState log;

    private OpenedFile(Path path) {
        this.path = path;
        this.database = FileState.of(path);
        this.log = FileState.of(logOf(path));
    }

    /** The file, and its log if there is one, as they are there now; a session has opened them. */
    public static OpenedFile of(Path path) {
        return new OpenedFile(path.toAbsolutePath());
    }

    public Path path() {
        return path;
    }

    /** Whether a session that is open still writes to what is at the paths; the database never becomes shorter by itself. */
    public boolean isInPlace() {
        FileState now = FileState.of(path);
        FileState nowLog = FileState.of(logOf(path));
        if (log.isAbsent()) {
            log = nowLog; // SQLite makes it at the first write.
        }
        return now.isUnknown()
                || nowLog.isUnknown()
                || (now.isSame(database) && !now.isShorter(database) && (log.isAbsent() || nowLog.isSame(log)));
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
