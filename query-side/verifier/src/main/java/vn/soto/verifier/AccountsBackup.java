package vn.soto.verifier;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.OptionalLong;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.UnfinishedCopy;

/**
 * Copies the local accounts beside a ledger file, as they are at one moment, even while people sign in. The copy is
 * complete or absent, and readable by its owner alone. Nothing is overwritten.
 */
public final class AccountsBackup {

    /** Name of the file of accounts in a data folder. */
    private static final String NAME = "accounts.sqlite";

    /** Name of the file that says which change of accounts was the last. */
    private static final String ANCHOR = "accounts.anchor";

    private static final String SUFFIX = ".accounts";

    /** "SOTA", which the product writes into files of accounts. */
    private static final int APPLICATION = 0x534F5441;

    /** More than any account's sessions are ended between a backup and its restore. */
    private static final int EPOCHS = 1_000_000;

    private AccountsBackup() {}

    /** The file of accounts in the data folder of a ledger, whether it is there or not. */
    static Path beside(Path ledger) {
        return ledger.resolveSibling(NAME);
    }

    /** The file of the accounts that belong to a backup. */
    public static Path of(Path backup) {
        return backup.resolveSibling(backup.getFileName() + SUFFIX);
    }

    /**
     * Removes the remains of killed backups in that folder, and accounts whose ledger was never renamed to its final
     * name.
     */
    static void removeLeftBeside(Path backup) throws IOException {
        UnfinishedCopy.removeLeftBeside(backup, SUFFIX);
    }

    /** @throws FileAlreadyExistsException if the accounts of that backup are there already */
    static void refuseToOverwrite(Path backup) throws IOException {
        refuse(of(backup));
    }

    /** @return number of accounts; empty if the ledger has none beside it */
    public static OptionalLong backup(Path ledger, Path backup) throws IOException {
        return Files.exists(beside(ledger))
                ? OptionalLong.of(copy(beside(ledger), of(backup), false))
                : OptionalLong.empty();
    }

    /**
     * Puts the accounts of a backup beside a ledger, unless there are accounts already, which are newer. Every session and PIN from
     * before is over, because the backup does not know which were ended since it was made. An anchor of the accounts before goes
     * last: the next start makes one.
     *
     * @return number of accounts; empty if nothing was put there
     */
    public static OptionalLong restore(Path backup, Path ledger) throws IOException {
        if (Files.notExists(of(backup)) || Files.exists(beside(ledger))) {
            return OptionalLong.empty();
        }
        long accounts = copy(of(backup), beside(ledger), true);
        Files.deleteIfExists(ledger.resolveSibling(ANCHOR));
        return OptionalLong.of(accounts);
    }

    private static long copy(Path source, Path target, boolean endSessions) throws IOException {
        refuse(target);
        // SQLite would replay a write-ahead log left beside a missing file into the copy; a reader leaves an empty one.
        Path log = target.resolveSibling(target.getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            refuse(log);
        }
        try (UnfinishedCopy copy = UnfinishedCopy.of(target)) {
            Path unfinished = copy.path();
            vacuum(source, unfinished);
            if (endSessions) {
                endSessions(unfinished);
            }
            long accounts = checked(unfinished);
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.READ)) {
                written.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return accounts;
        } catch (SQLException e) {
            throw new IOException(
                    "Không sao chép được tài khoản %1$s. / The accounts %1$s cannot be copied.".formatted(source), e);
        }
    }

    private static void vacuum(Path source, Path copy) throws SQLException {
        try (SqliteSession session = SqliteSession.reader(source)) {
            checkKind(session);
            var vacuum = session.prepared("VACUUM INTO ?");
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
    }

    private static void endSessions(Path copy) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(copy)) {
            session.run("UPDATE accounts SET epoch = epoch + " + EPOCHS);
            session.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static long checked(Path copy) throws SQLException {
        try (SqliteSession session = SqliteSession.reader(copy)) {
            checkKind(session);
            String found = session.first("PRAGMA integrity_check", row -> row.getString(1))
                    .orElse("");
            if (!found.equals("ok")) {
                throw new SQLException("the copy is damaged: " + found);
            }
            // The next start compares the whole schema.
            if (session.number("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')") > 0) {
                throw new SQLException("the copy has a trigger or a view, which is not the product's");
            }
            return session.number("SELECT count(*) FROM accounts");
        }
    }

    private static void checkKind(SqliteSession session) throws SQLException {
        if (session.number("PRAGMA application_id") != APPLICATION) {
            throw new SQLException("no file of accounts");
        }
    }

    private static void refuse(Path present) throws IOException {
        if (Files.exists(present)) {
            throw new FileAlreadyExistsException(present.toString());
        }
    }
}
