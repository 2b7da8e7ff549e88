package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.soto.ledger.ChainCheck;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedgerException;

/**
 * Checks a ledger file from end to end, also while it is written: SQLite's own structure, every commit against the
 * chain, no row outside it, and heads known from elsewhere, among them the anchor beside the file.
 */
public final class LedgerCheck {

    /** No row too many or too few, in one statement, so that a writer cannot come between; no value readers pass over. */
    private static final String ROWS = """
            SELECT (SELECT count(*) FROM ledger) = 1
               AND (SELECT count(*) FROM commits) = (SELECT coalesce(max(number), 0) FROM commits)
               AND (SELECT count(*) FROM events) = (SELECT coalesce(sum(size), 0) FROM commits)
               AND NOT EXISTS (SELECT * FROM commits WHERE (command IS NULL) <> (content IS NULL))
               AND NOT EXISTS (SELECT * FROM commits c WHERE c.bytes IS NOT (SELECT sum(length(e.payload)) FROM events e
                    WHERE e.position >= c.first AND e.position < c.first + c.size))
               AND NOT EXISTS (SELECT * FROM events
                    WHERE (stream IS NULL) <> (sequence IS NULL) OR (stream IS NULL) <> (aggregate_type IS NULL))""";

    private static final String SCHEMA = """
            SELECT (SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')) = 0
               AND (SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN ('commands', 'slots')) = 2
               AND (SELECT count(*) FROM sqlite_schema
                    WHERE type = 'table' AND name IN ('ledger', 'commits', 'events', 'streams')) = 4""";

    private final Path file;
    private final List<Head> heads;
    private final Consumer<Tail> progress;

    private LedgerCheck(Path file, List<Head> heads, Consumer<Tail> progress) {
        this.file = file;
        this.heads = heads;
        this.progress = progress;
    }

    /**
     * The tail of a sound ledger; throws {@code Damaged} saying what is wrong first, {@link WrongLedgerException} for any other
     * file and {@code Unavailable} for one that cannot be read.
     *
     * @param heads    commits it must hold, by number and chain
     * @param progress called now and then with what was checked so far
     */
    public static Tail of(Path file, List<Head> heads, Consumer<Tail> progress) {
        List<Head> all = new ArrayList<>(heads);
        // Read before the ledger: a writer moves it only forwards.
        Anchor.read(file).map(Anchor::head).ifPresent(all::add);
        return new LedgerCheck(file, all, progress).run();
    }

    private Tail run() {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            structure();
            return ChainCheck.of(reader, file.toString(), heads, progress);
        }
    }

    private void structure() {
        try (SqliteSession session = SqliteSession.reader(file)) {
            String complaint = session.first("PRAGMA integrity_check(1)", row -> row.getString(1))
                    .orElse("?");
            require(complaint.equals("ok"), "cấu trúc tệp hỏng / its structure is broken: " + complaint);
            require(session.number(SCHEMA) == 1, "có bảng hoặc chỉ mục lạ / its tables are not as they were made");
            require(
                    session.number(ROWS) == 1,
                    "có dòng hoặc giá trị không thuộc giao dịch nào / it has rows or values that belong to no commit");
        } catch (SQLException e) {
            throw SqliteFailure.unreadable(e);
        }
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new LedgerException.Damaged(file + ": " + complaint, null);
        }
    }
}
