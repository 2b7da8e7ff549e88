package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;
import vn.soto.ledger.LedgerException;

/** The meaning of a failure of SQLite, by its result code alone. */
public enum SqliteFailure {
    /** A UNIQUE or other constraint refused a row. */
    CONSTRAINT,
    /** The disk has no room for a write. Nothing after it was written. */
    DISK_FULL,
    /** A write did not reach the file: the disk refused it. Nothing after it was written. */
    NOT_WRITTEN,
    /** A sync failed: what was written since the last one may be gone, and a later sync that succeeds does not tell. */
    NOT_SYNCED,
    /** The file may not be written. */
    READ_ONLY,
    /** The path leads to another file than the one that is open. */
    MOVED,
    /** The file contradicts itself. */
    DAMAGED,
    /** Any other failure; whether the statement took effect is unknown. */
    OTHER;

    private static final int PRIMARY = 0xff;
    private static final int CORRUPT = 11;
    private static final int IO_ERROR_ON_WRITE = 778;
    private static final int IO_ERROR_ON_SYNC = 1034;
    private static final int IO_ERROR_ON_SYNC_OF_FOLDER = 1290;
    private static final int READ_ONLY_BECAUSE_MOVED = 1032;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /**
     * The meaning of a failure at a database. It is {@link #DAMAGED} only if the file proves it, because SQLite also
     * says that a file contradicts itself if the disk does not read.
     */
    public static SqliteFailure of(SQLException failure, Path file) {
        return code(failure) == CORRUPT && !DamageProof.isFoundIn(file) ? OTHER : of(failure);
    }

    /** For callers whom damage does not concern. */
    public static SqliteFailure of(SQLException failure) {
        int code = code(failure);
        return switch (code) {
            case IO_ERROR_ON_WRITE -> NOT_WRITTEN;
            case IO_ERROR_ON_SYNC, IO_ERROR_ON_SYNC_OF_FOLDER -> NOT_SYNCED;
            case READ_ONLY_BECAUSE_MOVED -> MOVED;
            default -> primary(code & PRIMARY);
        };
    }

    private static SqliteFailure primary(int code) {
        return switch (code) {
            case 19 -> CONSTRAINT;
            case 13 -> DISK_FULL;
            case 8 -> READ_ONLY;
            case CORRUPT, 26 -> DAMAGED;
            default -> OTHER;
        };
    }

    /** Whether a result code says that the file contradicts itself. */
    static boolean isCorrupt(int code) {
        return (code & PRIMARY) == CORRUPT;
    }

    /** Whether the statement certainly did not take effect as a whole. */
    public boolean isCertain() {
        return this == DISK_FULL || this == NOT_WRITTEN;
    }

    /** The exception a reader throws. */
    static LedgerException unreadable(SQLException failure, Path file) {
        return of(failure, file).unreadable(failure);
    }

    /** The exception a reader throws for a failure of this meaning. */
    LedgerException unreadable(SQLException failure) {
        return this == DAMAGED
                ? new LedgerException.Damaged(
                        "Sổ cái bị hỏng. / The ledger is damaged: " + failure.getMessage(), failure)
                : new LedgerException.Unavailable(
                        "Không đọc được sổ cái. / The ledger cannot be read: " + failure.getMessage(),
                        RETRY_AFTER,
                        failure);
    }

    private static int code(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> 0;
            case SQLiteException sqlite -> sqlite.getResultCode().code;
            default -> code(failure.getCause());
        };
    }
}
