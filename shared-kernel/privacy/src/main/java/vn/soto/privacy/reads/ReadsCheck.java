package vn.soto.privacy.reads;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;

/** Looks for entries of a register of reads that were changed or removed, also while it is written. */
public final class ReadsCheck {

    private ReadsCheck() {}

    /**
     * The first fault, in both languages; empty if there is none. An end that was cut off together with its numbers
     * does not show.
     *
     * @throws LedgerException.Unavailable if it cannot be read
     */
    public static Optional<String> of(Path file) {
        if (!Files.exists(file)) {
            throw unreadable(file, null);
        }
        try (SqliteSession session = SqliteSession.reader(file)) {
            return ReadsTable.firstBroken(session);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private static LedgerException unreadable(Path file, @Nullable SQLException cause) {
        return new LedgerException.Unavailable(
                "Không đọc được sổ xem dữ liệu cá nhân %1$s. / The register of reads %1$s cannot be read."
                        .formatted(file),
                Duration.ofSeconds(2),
                cause);
    }
}
