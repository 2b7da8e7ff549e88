package vn.soto.ledger.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;
import vn.soto.ledger.LedgerException;

/** The meaning of a failure of SQLite, by its result code alone. */
public enum SqliteFailure {
    /** A UNIQUE or other constraint refused a row. */
    CONSTRAINT,
    /** A write did not reach the file: the disk is full or refused it. Nothing after it was written. */
    NOT_WRITTEN,
    /** The file contradicts itself. */
    DAMAGED,
    /** Any other failure; whether the statement took effect is unknown. */
    OTHER;

    private static final int PRIMARY = 0xff;
    private static final int IO_ERROR_ON_WRITE = 778;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public static SqliteFailure of(SQLException failure) {
        int code = code(failure);
        if (code == IO_ERROR_ON_WRITE) {
            return NOT_WRITTEN;
        }
        return switch (code & PRIMARY) {
            case 19 -> CONSTRAINT;
            case 13 -> NOT_WRITTEN;
            case 11, 26 -> DAMAGED;
            default -> OTHER;
        };
    }

    /** The exception a reader throws. */
    static LedgerException unreadable(SQLException failure) {
        return of(failure) == DAMAGED
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
