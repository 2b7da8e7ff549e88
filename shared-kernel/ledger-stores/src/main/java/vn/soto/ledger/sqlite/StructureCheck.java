package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.ledger.Damage;
import vn.soto.ledger.LedgerException;

/**
 * Checks two properties of a file that SQLite believes without a look. Its pages are in order, and each index leads to
 * every row of its table and to no other. One changed bit in a key of an index hides a row: a command that it does not
 * lead to would be recorded twice.
 */
public final class StructureCheck {

    /** A command that is sent again is nearly always one of the last. */
    private static final int LAST_COMMITS = 1_000;

    private static final String LOST_COMMAND = """
            SELECT c.number FROM commits c NOT INDEXED WHERE c.number > ? AND c.command IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM commits i INDEXED BY commands WHERE i.command = c.command AND i.number = c.number)
            ORDER BY c.number LIMIT 1""";

    private static final String LOST_EVENT = """
            SELECT e.commit_number FROM events e NOT INDEXED
            WHERE e.position >= (SELECT min(first) FROM commits WHERE number > ?) AND e.stream IS NOT NULL
              AND (NOT EXISTS (SELECT 1 FROM events i INDEXED BY slots
                    WHERE i.stream = e.stream AND i.sequence = e.sequence AND i.position = e.position)
                OR NOT EXISTS (SELECT 1 FROM streams s CROSS JOIN streams i INDEXED BY sqlite_autoindex_streams_1
                    WHERE s.id = e.stream AND i.name = s.name AND i.id = s.id))
            ORDER BY e.position LIMIT 1""";

    private static final String UNUSED_STREAM = """
            SELECT id FROM streams s WHERE id > (SELECT max(id) FROM streams) - ?
              AND NOT EXISTS (SELECT 1 FROM events e INDEXED BY slots WHERE e.stream = s.id)
            ORDER BY id LIMIT 1""";

    private static final String SEVERAL_NAMES = "SELECT count(*) FROM ledger HAVING count(*) <> 1";

    /** How the check reports a page that it could not get: in a tree with the result code, in a list of pages without. */
    private static final Pattern UNREAD_PAGE =
            Pattern.compile("unable to get the page\\. error code=(\\d+)|failed to get page");

    static final String BEFORE_THE_FIRST = "SELECT number FROM commits WHERE number < 1 ORDER BY number LIMIT 1";

    private StructureCheck() {}

    /**
     * The first fault that SQLite finds, in its words; empty if none. Reads the whole file, as it is when it begins. A
     * page that the disk does not read is no fault of the file: SQLite reports it as one, and this as a failure.
     *
     * @param check {@code integrity_check}, or {@code quick_check}, which leaves the indexes out
     */
    static Optional<String> complaint(SqliteSession session, String check) throws SQLException {
        Optional<String> complaint = session.first("PRAGMA " + check + "(1)", row -> row.getString(1))
                .filter(found -> !found.equals("ok"));
        if (complaint.filter(StructureCheck::isOfTheDisk).isPresent()) {
            throw new SQLException("the disk did not read a page: " + complaint.get());
        }
        return complaint;
    }

    private static boolean isOfTheDisk(String complaint) {
        Matcher unread = UNREAD_PAGE.matcher(complaint);
        return unread.find()
                && (unread.group(1) == null || !SqliteFailure.isCorrupt(Integer.parseInt(unread.group(1))));
    }

    /** The same of all that the file holds; a file that is too damaged for that is told of, too. */
    public static Optional<String> complaint(SqliteSession session, Path file) throws SQLException {
        try {
            return complaint(session, "integrity_check");
        } catch (SQLException e) {
            if (SqliteFailure.of(e, file) != SqliteFailure.DAMAGED) {
                throw e;
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Throws {@code CommitDamaged} naming the first of a ledger's last commits to which, or to an event of which, an
     * index does not lead. Throws {@code Damaged} for one of the last aggregates that has no event, and for a ledger of
     * several names. The indexes of all commits are {@link #complaint looked at} behind the start.
     */
    public static void requireIndexedEnd(Path file) throws SQLException {
        try (SqliteSession session = SqliteSession.reader(file)) {
            long before = session.number("SELECT max(number) FROM commits") - LAST_COMMITS;
            for (String lost : List.of(LOST_COMMAND, LOST_EVENT)) {
                Optional<Long> commit = session.first(lost, row -> row.getLong(1), before);
                if (commit.isPresent()) {
                    throw new LedgerException.CommitDamaged(commit.get(), Damage.UNREADABLE, null);
                }
            }
            require(file, LedgerCheck.UNUSED_STREAM, session.first(UNUSED_STREAM, row -> row.getLong(1), LAST_COMMITS));
            require(file, LedgerCheck.NOT_FOLLOWING, session.first(BEFORE_THE_FIRST, row -> row.getLong(1)));
            require(file, LedgerCheck.SEVERAL_NAMES, session.first(SEVERAL_NAMES, row -> row.getLong(1)));
        }
    }

    private static void require(Path file, String complaint, Optional<Long> found) {
        if (found.isPresent()) {
            throw new LedgerException.Damaged(file + ": " + complaint.formatted(found.get()), null);
        }
    }
}
