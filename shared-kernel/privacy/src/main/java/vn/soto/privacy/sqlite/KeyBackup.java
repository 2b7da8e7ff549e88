package vn.soto.privacy.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.UnfinishedCopy;

/** Copies a key file whole, or not at all, for its owner alone, also while it is written. Nothing is ever overwritten. */
public final class KeyBackup {

    private KeyBackup() {}

    /** Returns the number of subjects in the copy, with a key or with a destroyed one. */
    public static long copy(Path keys, Path destination) throws IOException {
        Path target = destination.toAbsolutePath();
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        UnfinishedCopy.removeLeftBeside(target);
        try (UnfinishedCopy copy = UnfinishedCopy.of(target)) {
            Path unfinished = copy.path();
            long subjects = vacuum(keys.toAbsolutePath(), unfinished);
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.READ)) {
                written.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return subjects;
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(
                    "Không đọc được kho khóa. / The key store cannot be read: " + e.getMessage(),
                    Duration.ofSeconds(2),
                    e);
        }
    }

    private static long vacuum(Path keys, Path copy) throws SQLException {
        try (SqliteSession session = SqliteSession.reader(keys)) {
            KeyFile.check(session, keys);
            var vacuum = session.prepared("VACUUM INTO ?");
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
        try (SqliteSession session = SqliteSession.reader(copy)) {
            KeyFile.check(session, copy);
            if (!session.first("PRAGMA integrity_check", row -> row.getString(1))
                    .orElse("")
                    .equals("ok")) {
                throw new SQLException("the copy is damaged");
            }
            return session.number("SELECT count(*) FROM keys");
        }
    }
}
