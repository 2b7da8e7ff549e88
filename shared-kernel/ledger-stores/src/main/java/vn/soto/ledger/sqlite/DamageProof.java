package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that contradicts itself from a disk that does not read it, or did not a moment ago. */
final class DamageProof {

    private static final int CHUNK = 1 << 20;

    private DamageProof() {}

    /** Whether a connection of its own finds damage, while every byte of the file and its log can be read. Reads the whole file. */
    static boolean isFoundIn(Path file) {
        return isReadable(file) && isTold(file) && isReadable(file);
    }

    private static boolean isTold(Path file) {
        try (SqliteSession session = SqliteSession.reader(file)) {
            return StructureCheck.complaint(session, "quick_check").isPresent();
        } catch (SQLException e) {
            return SqliteFailure.of(e) == SqliteFailure.DAMAGED;
        }
    }

    /** Throws if a byte of the file or its log cannot be read. */
    static void requireReadable(Path file) throws SQLException {
        if (!isReadable(file)) {
            throw new SQLException("the disk does not read every byte of " + file);
        }
    }

    private static boolean isReadable(Path file) {
        return Stream.of(file, file.resolveSibling(file.getFileName() + "-wal"))
                .filter(Files::exists)
                .allMatch(DamageProof::isReadToTheEnd);
    }

    private static boolean isReadToTheEnd(Path file) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at = 0; at < channel.size(); at += CHUNK) {
                channel.read(chunk.clear(), at);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
