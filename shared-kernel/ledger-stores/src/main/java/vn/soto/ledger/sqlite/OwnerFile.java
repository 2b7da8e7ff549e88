package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Files that only their owner may read and write: the ledger and all that stands beside it. SQLite gives its write-ahead
 * log and its shared memory the rights of the file. On a file system without such rights nothing is changed.
 */
public final class OwnerFile {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OwnerFile() {}

    /** Creates the file, empty, with these rights from the start; does nothing if it is there. */
    public static void create(Path file) {
        try {
            if (isPosix(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // the one before has made it, and has its rights
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all other rights from an existing file; returns whether it had any. */
    public static boolean restrict(Path file) {
        try {
            if (!Files.exists(file) || !isPosix(file) || OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                return false;
            }
            Files.setPosixFilePermissions(file, OWNER);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes an SQLite file and what SQLite has put beside it. */
    public static void delete(Path file) {
        try {
            for (String end : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(Path.of(file + end));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class);
    }
}
