package vn.soto.ledger.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import vn.soto.ledger.ChainCheck;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedgerException;

/**
 * Checks a ledger file from end to end, also while it is written. It checks SQLite's own structure, the layout, every
 * commit against the rules of the format, and that no row lies outside them. Heads known from elsewhere are checked
 * too, among them the anchor beside the file.
 */
public final class LedgerCheck {

    static final String NOT_FOLLOWING = "lần ghi %1$d không nối tiếp / commit %1$d does not follow";

    static final String SEVERAL_NAMES = "không đúng một tên sổ (%1$d) / it has not exactly one name (%1$d)";

    static final String UNUSED_STREAM = "đối tượng số %1$d không có sự kiện nào / aggregate number %1$d has no event";

    /**
     * Rows that a reader passes over: complaint and statement of each rule. A reader takes commits from number 1 and events
     * from position 0 on, without a gap, and holds each value to the layout. A statement returns the first commit that
     * breaks its rule; it sees one state of the file, so a writer cannot come between.
     */
    private static final SequencedMap<String, String> ROWS = rowRules();

    private final Path file;
    private final List<Head> heads;
    private final Consumer<Tail> progress;

    private LedgerCheck(Path file, List<Head> heads, Consumer<Tail> progress) {
        this.file = file;
        this.heads = heads;
        this.progress = progress;
    }

    /**
     * The tail of a sound ledger. Throws {@code Damaged} naming the first wrong commit, {@link WrongLedgerException}
     * for any other file and {@code Unavailable} for one that cannot be read. A file beside an anchor was a ledger: if
     * it is none now, it is damaged.
     *
     * @param heads    commits it must hold, by number and chain
     * @param progress called now and then with what was checked so far
     */
    public static Tail of(Path file, List<Head> heads, Consumer<Tail> progress) {
        List<Head> all = new ArrayList<>(heads);
        // Read before the ledger: a writer moves it only forwards.
        Optional<Anchor> anchor = Anchor.read(file);
        anchor.map(Anchor::head).ifPresent(all::add);
        try {
            return new LedgerCheck(file, all, progress).run();
        } catch (WrongLedgerException | LedgerException.Unavailable e) {
            if (anchor.isPresent() && isGone(file)) {
                throw new LedgerException.Damaged(
                        "%1$s: không còn là sổ cái, thiếu đến lần ghi %2$d / it is no ledger any more and lacks the commits up to %2$d"
                                .formatted(file, anchor.get().number()),
                        e);
            }
            throw e;
        }
    }

    private static boolean isGone(Path file) {
        if (!Files.exists(file)) {
            return true;
        }
        try (SqliteSession session = SqliteSession.reader(file)) {
            return !Layout.isLedger(session);
        } catch (SQLException e) {
            // It cannot be read now, which says nothing about what is in it.
            return false;
        }
    }

    private Tail run() {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file);
                LongRead rows = new LongRead(file);
                LongRead structure = new LongRead(file)) {
            FutureTask<Optional<String>> brokenRule = begun("rows", () -> brokenRule(rows));
            FutureTask<Optional<String>> complaint = begun("structure", structure::complaint);
            Tail tail = ChainCheck.of(reader, file.toString(), heads, progress);
            require(found(brokenRule));
            require(found(complaint).map(text -> "cấu trúc tệp hỏng / its structure is broken: " + text));
            return tail;
        } catch (SQLException e) {
            throw SqliteFailure.unreadable(e, file);
        }
    }

    /** Runs beside the chain's check, which has the first say about what is wrong. */
    private static FutureTask<Optional<String>> begun(String name, Callable<Optional<String>> check) {
        FutureTask<Optional<String>> task = new FutureTask<>(check);
        Thread.ofPlatform().daemon().name("check-of-" + name).start(task);
        return task;
    }

    private static Optional<String> found(FutureTask<Optional<String>> check) throws SQLException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException("the check failed", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was interrupted", e);
        }
    }

    private static Optional<String> brokenRule(LongRead rows) throws SQLException {
        return rows.read(session -> {
                    for (var rule : ROWS.entrySet()) {
                        Optional<Long> commit = session.first(rule.getValue(), row -> row.getLong(1));
                        if (commit.isPresent()) {
                            return Optional.of(rule.getKey().formatted(commit.get()));
                        }
                    }
                    return Optional.<String>empty();
                })
                .flatMap(broken -> broken);
    }

    private void require(Optional<String> complaint) {
        if (complaint.isPresent()) {
            throw new LedgerException.Damaged(file + ": " + complaint.get(), null);
        }
    }

    private static SequencedMap<String, String> rowRules() {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put(SEVERAL_NAMES, "SELECT count(*) FROM ledger HAVING count(*) <> 1");
        rows.put(NOT_FOLLOWING, StructureCheck.BEFORE_THE_FIRST);
        rows.put(
                "lần ghi %1$d có sự kiện không thuộc về nó / commit %1$d has an event that does not belong to it",
                "SELECT commit_number FROM events WHERE position < 0 ORDER BY position LIMIT 1");
        rows.put("sau lần ghi %1$d có sự kiện không thuộc về lần ghi nào / after commit %1$d is an event of none", """
                SELECT last FROM (SELECT ifnull(max(number), 0) AS last FROM commits)
                WHERE (SELECT ifnull(max(position), -1) FROM events)
                   IS NOT ifnull((SELECT first + size - 1 FROM commits WHERE number = last), -1)""");
        rows.put(UNUSED_STREAM, """
                SELECT id FROM streams s WHERE NOT EXISTS (SELECT * FROM events e WHERE e.stream = s.id) ORDER BY id LIMIT 1""");
        return rows;
    }
}
