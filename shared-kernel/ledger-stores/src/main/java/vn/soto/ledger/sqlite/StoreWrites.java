package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Set;

/**
 * The transactions of one session that writes a store alone, whether the last of them failed, and whether its file is still in place.
 * For one thread at a time; both questions may be asked by any.
 */
public final class StoreWrites {

    /** More than a change of a store beside the ledger takes, in the file and in its log. */
    private static final int ROOM = 64 * 1024;

    private final Path file;
    private final SqliteSession session;
    private final OpenedFile opened;
    private volatile boolean failed;

    public StoreWrites(Path file, SqliteSession session) {
        this.file = file;
        this.session = session;
        this.opened = OpenedFile.store(file);
    }

    public OpenedFile opened() {
        return opened;
    }

    public void write(SqliteSession.Work work) throws SQLException {
        try {
            opened.write(session, work);
            failed = false;
        } catch (SQLException e) {
            if (!(e.getCause() instanceof ClosedByInterruptException)) {
                failed = true;
            }
            throw e;
        }
    }

    /** Whether the last write failed. */
    public boolean haveFailed() {
        return failed;
    }

    /** Whether a write would still fail, which is tried; as before if the thread is interrupted meanwhile. */
    public boolean stillFail() {
        try {
            write(() -> touch(file, session));
        } catch (SQLException told) {
            // haveFailed() has it
        }
        return failed;
    }

    /** Rewrites one page unchanged, after checking that there is room for a change. */
    public static void touch(Path file, SqliteSession session) throws SQLException {
        requireRoom(file);
        session.run("PRAGMA user_version=" + session.number("PRAGMA user_version"));
    }

    /**
     * Writes as much as a change takes into a file beside, which is removed. Under a quota, for example, one page may
     * find room, and a change of several none. An interrupted thread cannot tell.
     */
    public static void requireRoom(Path file) throws SQLException {
        Path beside = file.resolveSibling(file.getFileName() + ".room");
        try (SeekableByteChannel room = Files.newByteChannel(
                beside,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE))) {
            ByteBuffer zeros = ByteBuffer.allocate(ROOM);
            while (zeros.hasRemaining()) {
                var _ = room.write(zeros);
            }
        } catch (ClosedByInterruptException e) {
            throw new SQLException("bị ngắt giữa chừng / interrupted", e);
        } catch (IOException e) {
            throw new SQLException("không đủ chỗ / no room: " + e.getMessage(), e);
        }
    }
}
