package vn.soto.ledgerwriter.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;

/**
 * The one place that tells the meaning of a failure of the server and the remedy of an operator. It judges by type and
 * code, never by text.
 */
record MongoFault(WriteFault fault) {

    /** Unauthorized, AuthenticationFailed. */
    private static final Set<Integer> DENIED = Set.of(13, 18);

    private static final int OUT_OF_DISK_SPACE = 14031;

    /**
     * HostUnreachable, HostNotFound, NetworkTimeout, WriteConcernFailed, ShutdownInProgress, UnsatisfiableWriteConcern,
     * PrimarySteppedDown, and an election or a start under way.
     */
    private static final Set<Integer> UNREACHABLE =
            Set.of(6, 7, 89, 64, 91, 100, 189, 10107, 11600, 11602, 13435, 13436);

    static MongoFault of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException server) {
                return new MongoFault(fault(server));
            }
        }
        return new MongoFault(WriteFault.OTHER);
    }

    private static WriteFault fault(MongoException failure) {
        int code = code(failure);
        if (failure instanceof MongoSecurityException || DENIED.contains(code)) {
            return WriteFault.ACCESS_DENIED;
        }
        if (code == OUT_OF_DISK_SPACE) {
            return WriteFault.DISK_FULL;
        }
        boolean unreachable = failure instanceof MongoSocketException
                || failure instanceof MongoTimeoutException
                || failure instanceof MongoNotPrimaryException
                || UNREACHABLE.contains(code);
        return unreachable ? WriteFault.STORE_UNREACHABLE : WriteFault.OTHER;
    }

    private static int code(MongoException failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            if (!bulk.getWriteErrors().isEmpty()) {
                return bulk.getWriteErrors().getFirst().getCode();
            }
            return bulk.getWriteConcernError() == null
                    ? failure.getCode()
                    : bulk.getWriteConcernError().getCode();
        }
        return failure.getCode();
    }

    LedgerException notWritten(Exception cause, Duration retryAfter) {
        return new LedgerException.Unavailable(
                "Chưa ghi gì. / Nothing was written. " + text(cause), fault, retryAfter, cause);
    }

    LedgerException uncertain(Exception cause) {
        return new LedgerException.Uncertain(
                "Không rõ lần ghi đã vào sổ hay chưa. / It is unknown whether the commit was written. " + text(cause),
                fault,
                cause);
    }

    private String text(Exception cause) {
        return switch (fault) {
            case DISK_FULL -> """
                    Ổ đĩa của MongoDB đã đầy. Hãy giải phóng ổ đĩa; không cần khởi động lại. \
                    / The disk of MongoDB is full. Free space; no restart is needed.""";
            case ACCESS_DENIED -> """
                    MongoDB từ chối tài khoản của nút này. Hãy xem soto.mongodb.uri, hoặc chạy deploy/bin/prepare-mongodb. \
                    / MongoDB refuses the user of this node. Check soto.mongodb.uri, or run deploy/bin/prepare-mongodb.""";
            case STORE_UNREACHABLE -> """
                    MongoDB không trả lời, hoặc không có nút chính hay đa số. Hãy xem rs.status(). \
                    / MongoDB does not answer, or has no primary or no majority. Look at rs.status().""";
            case DISK_FAILED, READ_ONLY, CLOCK_BEHIND, CLOCK_AHEAD, KEY_DAMAGED, FILE_REPLACED, DAMAGED, OTHER ->
                "Không ghi được sổ cái. / The ledger cannot be written: " + cause.getMessage();
        };
    }
}
