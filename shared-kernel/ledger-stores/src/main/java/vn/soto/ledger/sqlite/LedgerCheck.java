package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedger;

/**
 * Checks a ledger file from end to end, also while it is written: SQLite's own structure, every commit against the
 * chain, no row outside it, and heads known from elsewhere, among them the anchor beside the file.
 */
public final class LedgerCheck {

    private static final int PAGE = 500;

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
    private final List<Anchor> heads;
    private final Consumer<Tail> progress;

    private LedgerCheck(Path file, List<Anchor> heads, Consumer<Tail> progress) {
        this.file = file;
        this.heads = heads;
        this.progress = progress;
    }

    /**
     * The tail of a sound ledger; throws {@code Damaged} saying what is wrong first, {@link WrongLedger} for any other
     * file and {@code Unavailable} for one that cannot be read.
     *
     * @param heads    commits it must hold, by number and chain
     * @param progress called now and then with what was checked so far
     */
    public static Tail of(Path file, List<Anchor> heads, Consumer<Tail> progress) {
        List<Anchor> all = new ArrayList<>(heads);
        // Read before the ledger: a writer moves it only forwards.
        Anchor.read(file).ifPresent(all::add);
        return new LedgerCheck(file, all, progress).run();
    }

    private Tail run() {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            structure();
            Tail tail = chain(reader);
            for (Anchor head : heads) {
                require(
                        head.number() <= tail.number(),
                        "sổ kết thúc ở giao dịch %1$d, thiếu đến %2$d / it ends at commit %1$d and lacks those up to %2$d"
                                .formatted(tail.number(), head.number()));
            }
            return tail;
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

    private Tail chain(LedgerReader reader) {
        ChainVerifier verifier = new ChainVerifier(reader.origin());
        head(new Anchor(0, verifier.tail().chain()));
        List<Commit> page = reader.commits(1, PAGE);
        while (!page.isEmpty()) {
            for (Commit commit : page) {
                verifier.accept(commit);
                head(new Anchor(commit.number(), commit.chain()));
            }
            progress.accept(verifier.tail());
            page = reader.commits(verifier.tail().number() + 1, PAGE);
        }
        return verifier.tail();
    }

    private void head(Anchor reached) {
        for (Anchor head : heads) {
            Hash chain = reached.chain();
            require(
                    head.number() != reached.number() || head.chain().equals(chain),
                    "giao dịch %1$d có mã %2$s, không phải %3$s / commit %1$d has chain %2$s, not %3$s"
                            .formatted(head.number(), chain, head.chain()));
        }
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new LedgerException.Damaged(file + ": " + complaint, null);
        }
    }
}
