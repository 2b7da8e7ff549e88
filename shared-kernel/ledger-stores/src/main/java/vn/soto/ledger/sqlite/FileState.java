package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identity, the length and the time of the last write of the file at a path.
 *
 * @param key      the file's identity; null where the system has none, and for no file
 * @param size     -1 if there is no file, -2 if it cannot be asked, which says nothing of it
 * @param modified null for no file
 */
public record FileState(
        @Nullable Object key, long size, @Nullable FileTime modified) {

    private static final long ABSENT = -1;
    private static final long UNKNOWN = -2;

    public static FileState of(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(found.fileKey(), found.size(), found.lastModifiedTime());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new FileState(null, ABSENT, null);
        } catch (IOException e) {
            return new FileState(null, UNKNOWN, null);
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

    /** Whether somebody has written it since; not asked of one that is unknown. */
    public boolean isWritten(FileState since) {
        return !Objects.equals(modified, since.modified);
    }
}
