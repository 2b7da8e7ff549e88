package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** One connection with its prepared statements kept; for one thread at a time. No result set outlives a call. */
public final class SqliteSession implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private SqliteSession(Connection connection) {
        this.connection = connection;
    }

    /** Opens the file for writing, made if absent, with the durability the ledger promises. */
    public static SqliteSession writer(Path file) throws SQLException {
        SqliteSession session = open(file, new SQLiteConfig());
        try {
            session.run("PRAGMA page_size=4096");
            session.run("PRAGMA busy_timeout=5000");
            session.run("PRAGMA journal_mode=WAL");
            session.run("PRAGMA synchronous=FULL");
            session.run("PRAGMA wal_autocheckpoint=4000");
            session.run("PRAGMA journal_size_limit=67108864");
            // In kB: the inner pages of a province's indexes, and leaves that the next commits change.
            session.run("PRAGMA cache_size=-32768");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Opens an existing file for reading only. */
    public static SqliteSession reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SqliteSession session = open(file, config);
        session.run("PRAGMA busy_timeout=5000");
        return session;
    }

    /** An empty database of its own, gone when it is closed. */
    static SqliteSession inMemory() throws SQLException {
        return new SqliteSession(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
    }

    private static SqliteSession open(Path file, SQLiteConfig config) throws SQLException {
        // By default the driver asks for the last row id after each insert, which nothing here wants to know.
        config.setGetGeneratedKeys(false);
        // As a URI, because the driver takes what follows a question mark in a plain path for settings.
        return new SqliteSession(config.createConnection("jdbc:sqlite:" + file.toUri()));
    }

    /** The statement for {@code sql}, prepared once. */
    public PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Does the work in one transaction. If it fails, its own failure is thrown. After some, such as a full disk, SQLite
     * has ended the transaction by itself, and then the rollback fails too.
     */
    public void inTransaction(Work work) throws SQLException {
        run("BEGIN IMMEDIATE");
        try {
            work.run();
            run("COMMIT");
        } catch (SQLException e) {
            try {
                run("ROLLBACK");
            } catch (SQLException alreadyOver) {
                e.addSuppressed(alreadyOver);
            }
            throw e;
        }
    }

    /** Ends every statement and the transaction, if there is one, without its effect. */
    public void leaveTransaction() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            // there was none
        }
    }

    public <T> List<T> list(String sql, RowMapper<T> row, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        try (ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row.of(results));
            }
            return rows;
        }
    }

    public <T> Optional<T> first(String sql, RowMapper<T> row, Object... arguments) throws SQLException {
        List<T> rows = list(sql, row, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }

    public long number(String sql, Object... arguments) throws SQLException {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    /** Ends the statement that another thread runs here, which fails. */
    public void interrupt() throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Statements of one transaction. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** Maps the current row of a result set to a value. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T of(ResultSet row) throws SQLException;
    }
}
