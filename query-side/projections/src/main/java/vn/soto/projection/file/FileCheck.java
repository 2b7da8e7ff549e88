package vn.soto.projection.file;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.soto.ledger.Hash;
import vn.soto.ledger.sqlite.LongRead;
import vn.soto.ledger.sqlite.RowChecksum;
import vn.soto.ledger.sqlite.SqliteSession;

/** Tells whether the file is as it was written. Its checksums have no key: they show faults and changes by hand. */
final class FileCheck {

    private static final long PAGE = 4_096;
    private static final long SMALL = 256 << 20;

    /** All that is no document. */
    private static final List<String> SEALED = List.of(
            "SELECT json_array(name, rows) FROM collection ORDER BY name",
            "SELECT json_array(rows, checksums) FROM content ORDER BY rows",
            "SELECT json_array(tracker, lane, number, chain) FROM lane ORDER BY tracker, lane",
            "SELECT json_array(projection, sequence, position, number, cause, message) FROM letter"
                    + " ORDER BY projection, sequence, position");

    private FileCheck() {}

    static String seal(SqliteSession session) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String sql : SEALED) {
            session.list(sql, row -> all.append(row.getString(1)).append('\n'));
        }
        return Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A table, trigger, view or index that is neither one of these nor one of documents. */
    static Optional<String> strangeTable(SqliteSession session, List<String> known, String documents, String form)
            throws SQLException {
        return session.list("SELECT sql FROM sqlite_schema", row -> String.valueOf(row.getString(1))).stream()
                .filter(sql -> !known.contains(sql)
                        && !sql.matches("CREATE TABLE " + documents + "\\d+" + Pattern.quote(form)))
                .findFirst();
    }

    /** Whether a look at its pages takes no noticeable time. */
    static boolean isSmall(SqliteSession session) throws SQLException {
        return session.number("PRAGMA page_count") * PAGE <= SMALL;
    }

    static Optional<String> faultOfPages(SqliteSession session) throws SQLException {
        return session.list("PRAGMA quick_check(1)", row -> row.getString(1)).stream()
                .filter(said -> !said.equals("ok"))
                .findFirst();
    }

    /** A fault of pages or rows, which are all read; empty if there is none. */
    static Optional<String> complaint(LongRead look) throws SQLException {
        Optional<String> pages = look.read(FileCheck::faultOfPages).flatMap(fault -> fault);
        if (pages.isPresent()) {
            return pages;
        }
        for (String table : look.read(session -> session.list("SELECT rows FROM content", row -> row.getString(1)))
                .orElse(List.of())) {
            if (!look.read(session -> areRowsThose(session, table)).orElse(true)) {
                return Optional.of("the rows of " + table + " are not those that were written");
            }
        }
        return Optional.empty();
    }

    /** In one transaction, whose state nobody changes. A table that is gone meanwhile has no fault. */
    private static boolean areRowsThose(SqliteSession session, String table) throws SQLException {
        session.run("BEGIN");
        try {
            List<Long> sums =
                    session.list("SELECT checksums FROM content WHERE rows = ?", row -> row.getLong(1), table);
            return sums.isEmpty() || sums.getFirst() == sumOfRows(session, table);
        } finally {
            session.run("COMMIT");
        }
    }

    /** Without those that are not as they were written. */
    private static long sumOfRows(SqliteSession session, String table) throws SQLException {
        PreparedStatement statement = session.prepared("SELECT checksum, body, id FROM " + table);
        try (ResultSet rows = statement.executeQuery()) {
            long sum = 0;
            while (rows.next()) {
                long said = rows.getLong(1);
                sum += said == RowChecksum.of(rows.getString(3), rows.getBytes(2)) ? said : 0;
            }
            return sum;
        }
    }
}
