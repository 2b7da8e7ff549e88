package vn.soto.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;

/** One database of a {@link Postgres} server. */
record Database(Postgres server, String name) {

    String jdbcUrl() {
        return "jdbc:postgresql://" + server.address() + "/" + name;
    }

    String uri() {
        return "postgresql://" + Postgres.USER + "@" + server.address() + "/" + name;
    }

    /** All tables and indexes of its users divided by the rows of one, without PostgreSQL's log. */
    double bytesPerRow(String table) throws SQLException {
        long bytes = Long.parseLong(
                text("SELECT coalesce(sum(pg_total_relation_size(relid)), 0)::bigint FROM pg_stat_user_tables"));
        return (double) bytes / Math.max(1, Long.parseLong(text("SELECT count(*) FROM " + table)));
    }

    String text(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl(), Postgres.USER, "");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl(), Postgres.USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
