package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy beside the place it will have, under a name of its own until it is whole. The remains of a killed run in the
 * same folder are removed by the next, with {@link #removeLeftBeside}. A run that is under way holds a lock beside its
 * copy.
 */
public final class UnfinishedCopy implements AutoCloseable {

    private static final String SUFFIX = ".unfinished";
    private static final List<String> SIDE_FILES = List.of("", "-wal", "-shm", "-journal", ".lock");

    /** The place of SQLite's {@code application_id}, which begins with "SOT" in all files of the product. */
    private static final int APPLICATION_AT = 68;

    private static final int APPLICATION = 0x534F54;

    private final Path path;
    private final FileChannel lock;

    private UnfinishedCopy(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes it, empty and for its owner alone. Fails while another run makes a copy for the same place. */
    public static UnfinishedCopy of(Path target) throws IOException {
        Path path = target.resolveSibling(target.getFileName() + SUFFIX);
        FileChannel lock = locked(path);
        if (lock == null) {
            throw new IOException("%1$s đang được tạo / is being made by another run".formatted(target));
        }
        removeFiles(path, SIDE_FILES.subList(0, SIDE_FILES.size() - 1));
        OwnerFile.create(path);
        return new UnfinishedCopy(path, lock);
    }

    public Path path() {
        return path;
    }

    /**
     * Removes what killed runs left in the folder of {@code target}. For the first copy of a run: on POSIX, to look whether a lock
     * is held ends the one that this process holds.
     *
     * @param suffixes of files that a run finishes before the target has its name, such as {@code .accounts}; removed too
     */
    public static void removeLeftBeside(Path target, String... suffixes) throws IOException {
        List<Path> left;
        try (Stream<Path> files =
                Files.list(target.toAbsolutePath().resolveSibling(".").normalize())) {
            left = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(UnfinishedCopy::isOurs)
                    .toList();
        }
        for (Path each : left) {
            try (FileChannel lock = locked(each)) {
                if (lock != null) {
                    removeFinished(each, suffixes);
                    removeFiles(each, SIDE_FILES);
                }
            }
        }
    }

    /** Removes the files of a target that never got its name; it was not there before that run. */
    private static void removeFinished(Path unfinished, String... suffixes) throws IOException {
        String name = unfinished.getFileName().toString();
        Path target = unfinished.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
        if (Files.notExists(target)) {
            removeFiles(target, List.of(suffixes));
        }
    }

    /**
     * A file that SQLite has not written to yet is empty. It writes the first page of a copy last. Until then the head
     * of a longer one is zeros, and only the lock beside it tells it from another program's file.
     */
    private static boolean isOurs(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] head = content.readNBytes(APPLICATION_AT + Integer.BYTES);
            boolean isUnwritten = Arrays.equals(head, new byte[head.length]);
            return head.length == 0
                    || (head.length == APPLICATION_AT + Integer.BYTES
                            && ByteBuffer.wrap(head).getInt(APPLICATION_AT) >>> Byte.SIZE == APPLICATION)
                    || (isUnwritten && Files.exists(lockOf(file)));
        } catch (IOException e) {
            return false;
        }
    }

    /** Holds {@code FILE.lock}, beside a ledger the lock of its writer; null if another process or run holds it. */
    static @Nullable FileChannel locked(Path path) throws IOException {
        Path file = lockOf(path);
        OwnerFile.create(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by a run in this process, which counts as held by another
        }
        channel.close();
        return null;
    }

    private static Path lockOf(Path path) {
        return path.resolveSibling(path.getFileName() + ".lock");
    }

    private static void removeFiles(Path path, List<String> suffixes) throws IOException {
        for (String suffix : suffixes) {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
        }
    }

    /** Removes what was not moved to its place. */
    @Override
    public void close() throws IOException {
        removeFiles(path, SIDE_FILES);
        lock.close();
    }
}
