package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open database and its log, compared with what is at their paths. A file that was deleted or replaced stays open and takes
 * writes, which end with the process: what it took must not be acknowledged. Thread-safe.
 */
public final class OpenedFile {

    private final Path path;
    private final State database;
    private volatile State log;

    private OpenedFile(Path path) {
        this.path = path;
        this.database = State.of(path);
        this.log = State.of(logOf(path));
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
        State now = State.of(path);
        State nowLog = State.of(logOf(path));
        if (log.isAbsent()) {
            log = nowLog; // SQLite makes it at the first write.
        }
        return now.isUnknown()
                || nowLog.isUnknown()
                || (now.isSame(database) && now.size >= database.size && (log.isAbsent() || nowLog.isSame(log)));
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

    /**
     * @param key  the file's identity; null where the system has none, and for no file
     * @param size -1 if there is no file, -2 if it cannot be asked, which says nothing of it
     */
    private record State(@Nullable Object key, long size) {

        private static final long ABSENT = -1;
        private static final long UNKNOWN = -2;

        static State of(Path path) {
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                return new State(found.fileKey(), found.size());
            } catch (NoSuchFileException | NotDirectoryException e) {
                return new State(null, ABSENT);
            } catch (IOException e) {
                return new State(null, UNKNOWN);
            }
        }

        boolean isAbsent() {
            return size == ABSENT;
        }

        boolean isUnknown() {
            return size == UNKNOWN;
        }

        boolean isSame(State other) {
            return size >= 0 && Objects.equals(key, other.key);
        }
    }
}
