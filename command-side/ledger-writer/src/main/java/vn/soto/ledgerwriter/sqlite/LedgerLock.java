package vn.soto.ledgerwriter.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OwnerFile;

/**
 * Excludes a second writer, in this process or another; the operating system releases it when the process ends. A
 * separate file, because closing any handle on SQLite's file would release SQLite's own locks.
 */
final class LedgerLock implements AutoCloseable {

    private final FileChannel channel;

    private LedgerLock(FileChannel channel) {
        this.channel = channel;
    }

    static LedgerLock take(Path ledger, Duration retryAfter) {
        Path file = ledger.resolveSibling(ledger.getFileName() + ".lock");
        try {
            OwnerFile.create(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new LedgerException.Unavailable("""
                        Một tiến trình khác đang ghi sổ cái %s; hãy dừng tiến trình đó trước. \
                        / Another process is writing the ledger %s; stop it first.""".formatted(ledger, ledger), retryAfter, null);
            }
            return new LedgerLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
