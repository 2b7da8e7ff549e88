package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which file is at a path, and how long it is.
 *
 * @param key  the file's identity; null where the system has none, and for no file
 * @param size -1 if there is no file, -2 if it cannot be asked, which says nothing of it
 */
public record FileState(@Nullable Object key, long size) {

    private static final long ABSENT = -1;
    private static final long UNKNOWN = -2;

    public static FileState of(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(found.fileKey(), found.size());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new FileState(null, ABSENT);
        } catch (IOException e) {
            return new FileState(null, UNKNOWN);
        }
    }

    public boolean isAbsent() {
        return size == ABSENT;
    }

    public boolean isUnknown() {
        return size == UNKNOWN;
    }

    /** Whether there is a file, the same as the other; not asked of one that is unknown. */
    public boolean isSame(FileState other) {
        return size >= 0 && Objects.equals(key, other.key);
    }

    public boolean isShorter(FileState other) {
        return size < other.size;
    }
}
