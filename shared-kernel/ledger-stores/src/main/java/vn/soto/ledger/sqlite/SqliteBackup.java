package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;

/**
 * Copies a ledger file completely or not at all. The copy is renamed into place only after every commit in it is
 * verified and synced to disk. Existing files are never overwritten.
 */
public final class SqliteBackup {

    private static final List<String> SIDE_FILES = List.of("-wal", "-shm", "-journal");

    private SqliteBackup() {}

    /**
     * Copies a ledger as it is at one moment, also while it is written; returns the copy's tail.
     *
     * @param beside step for the files that belong to the backup. It runs before the copy has its name, so that a
     *     backup has them all or does not exist
     */
    public static Tail backup(Path ledger, Path destination, Consumer<Tail> progress, Step beside) throws IOException {
        Path target = destination.toAbsolutePath();
        refuseToOverwrite(target);
        return copy(ledger.toAbsolutePath(), target, progress, beside);
    }

    /**
     * Puts a backup in the place of a ledger that is gone, and writes its anchor anew. Throws {@code Unavailable} while
     * a process writes that ledger.
     *
     * @param beside as for a backup
     */
    public static Tail restore(Path backup, Path ledger, Consumer<Tail> progress, Step beside) throws IOException {
        Path target = ledger.toAbsolutePath();
        Files.createDirectories(target.resolveSibling(".").normalize());
        try (FileChannel _ = lock(target)) {
            refuseToOverwrite(target);
            UnfinishedCopy.removeLeftBeside(target);
            return copy(backup.toAbsolutePath(), target, progress, tail -> {
                beside.with(tail);
                // Before the ledger: one that meets the anchor of another would not be opened.
                anchor(target, tail);
            });
        }
    }

    private static Tail copy(Path source, Path target, Consumer<Tail> progress, Step last) throws IOException {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(source);
                UnfinishedCopy copy = UnfinishedCopy.of(target)) {
            Path unfinished = copy.path();
            Tail before = reader.tail();
            vacuum(source, unfinished);
            Tail copied = LedgerCheck.of(unfinished, List.of(new Head(before.number(), before.chain())), progress);
            requireSameHead(reader, copied);
            sync(unfinished);
            last.with(copied);
            refuseToOverwrite(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            sync(target.resolveSibling(".").normalize());
            return copied;
        }
    }

    private static void requireSameHead(LedgerReader source, Tail copied) {
        boolean same = copied.number() == 0
                || source.commit(copied.number()).stream()
                        .anyMatch(commit -> commit.chain().equals(copied.chain()));
        if (!same) {
            throw new LedgerException.Damaged("Bản sao khác sổ cái. / The copy differs from the ledger.", null);
        }
    }

    private static void vacuum(Path source, Path copy) throws IOException {
        try (SqliteSession session = SqliteSession.reader(source)) {
            var vacuum = session.prepared("VACUUM INTO ?");
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException e) {
            if (SqliteFailure.of(e).isCertain()) {
                throw new IOException("không đủ chỗ cho %1$s / no room for %1$s".formatted(copy), e);
            }
            throw SqliteFailure.unreadable(e, source);
        }
    }

    private static void anchor(Path ledger, Tail tail) throws IOException {
        Path anchor = Anchor.fileOf(ledger);
        Path unfinished = anchor.resolveSibling(anchor.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        OwnerFile.create(unfinished);
        Files.write(unfinished, new Anchor(tail.number(), tail.chain()).line());
        sync(unfinished);
        Files.move(unfinished, anchor, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Acquires the writer's lock on {@code FILE.lock}, so that no writer starts during the restore. */
    private static FileChannel lock(Path ledger) throws IOException {
        FileChannel channel = UnfinishedCopy.locked(ledger);
        if (channel != null) {
            return channel;
        }
        throw new LedgerException.Unavailable(
                "Một tiến trình khác đang ghi sổ cái %1$s; hãy dừng trước. / Another process is writing the ledger %1$s; stop it first."
                        .formatted(ledger),
                Duration.ofSeconds(1),
                null);
    }

    /**
     * SQLite would replay a write-ahead log left beside a missing ledger into the copy; a reader leaves an empty one.
     */
    private static void refuseToOverwrite(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        for (String suffix : List.of("-wal", "-journal")) {
            Path log = target.resolveSibling(target.getFileName() + suffix);
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new FileAlreadyExistsException(log.toString());
            }
        }
        clearSideFiles(target);
    }

    private static void clearSideFiles(Path file) throws IOException {
        for (String suffix : SIDE_FILES) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A step after the copy is checked and on the disk, and before it has its name. */
    @FunctionalInterface
    public interface Step {
        void with(Tail copied) throws IOException;
    }
}
