package vn.soto.verifier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LeafEncoding;
import vn.soto.ledger.sqlite.UncheckedCommits;

/** The forgeries of a ledger file by somebody who knows the format. */
final class Forgery {

    private final LedgerOnDisk ledger;
    private final Random random;

    Forgery(LedgerOnDisk ledger, Random random) {
        this.ledger = ledger;
        this.random = random;
    }

    /** Gives every commit from {@code number} on the chain that follows from what its rows say now. */
    void remakeChain(long number) throws SQLException {
        List<Commit> commits = commits(ledger);
        Hash chain = number == 1
                ? Chain.genesis(LedgerOnDisk.ORIGIN)
                : commits.get((int) number - 2).chain();
        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE commits SET previous = ?, chain = ? WHERE number = ?")) {
            connection.setAutoCommit(false);
            for (Commit commit : commits.subList((int) number - 1, commits.size())) {
                update.setBytes(1, chain.bytes());
                chain = Chain.next(chain, LeafEncoding.hash(commit));
                update.setBytes(2, chain.bytes());
                update.setLong(3, commit.number());
                update.executeUpdate();
            }
            connection.commit();
        }
    }

    static List<Commit> commits(LedgerOnDisk ledger) {
        return UncheckedCommits.of(ledger.file());
    }

    /** Flips one bit of a value; NULL becomes the least value of the column's type. */
    void flip(String table, String column, long row) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery(
                        "SELECT typeof(%1$s), %1$s, CAST(%1$s AS BLOB), (SELECT type FROM pragma_table_info('%2$s') WHERE name = '%1$s') FROM %2$s WHERE rowid = %3$d"
                                .formatted(column, table, row))) {
            value.next();
            switch (value.getString(1)) {
                case "integer" -> set(table, column, row, "?", value.getLong(2) ^ 1L << random.nextInt(63));
                case "text" -> set(table, column, row, "CAST(? AS TEXT)", flipped(value.getBytes(3)));
                case "blob" -> set(table, column, row, "?", flipped(value.getBytes(3)));
                default -> set(table, column, row, least(value.getString(4)), null);
            }
        }
    }

    private static String least(String type) {
        return switch (type) {
            case "INTEGER" -> "0";
            case "TEXT" -> "''";
            default -> "x''";
        };
    }

    private byte[] flipped(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return new byte[] {1};
        }
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    void set(String table, String column, long row, String expression, @Nullable Object value) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE %s SET %s = %s WHERE rowid = %d".formatted(table, column, expression, row))) {
            if (value != null) {
                update.setObject(1, value);
            }
            update.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger.file());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
        }
        return connection;
    }
}
