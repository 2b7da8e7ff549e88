package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.soto.ledger.LedgerException;

/**
 * The tables, indexes, views and triggers of a database file, compared with those its program makes. A trigger can swallow a row
 * that was inserted without an error, and without a unique index nothing is refused twice; so a program that writes compares
 * before it does.
 */
public final class Schema {

    private static final String OBJECTS = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema";

    private Schema() {}

    /** @param sql as SQLite keeps it, but for spaces; empty for an index that a constraint makes */
    private record Made(String type, String table, String sql) {}

    /** Makes the objects of a file's version in an empty database. */
    @FunctionalInterface
    public interface Making {
        void in(SqliteSession fresh) throws SQLException;
    }

    /** What differs first, in both languages; empty if nothing does. */
    private static Optional<String> difference(SqliteSession session, Making making) throws SQLException {
        Map<String, Made> stored = objects(session);
        Map<String, Made> expected;
        try (SqliteSession fresh = SqliteSession.inMemory()) {
            making.in(fresh);
            expected = objects(fresh);
        }
        return stored.entrySet().stream()
                .filter(object -> !object.getValue().equals(expected.get(object.getKey())))
                .findFirst()
                .map(object -> expected.containsKey(object.getKey())
                        ? named(object, "không như đã tạo", "is not as it was made")
                        : named(object, "không phải của chương trình", "is not the product's"))
                .or(() -> expected.entrySet().stream()
                        .filter(object -> !stored.containsKey(object.getKey()))
                        // Before the indexes that went with a table, the table.
                        .min(Comparator.comparing(
                                object -> object.getValue().sql().isEmpty()))
                        .map(object -> named(object, "không còn", "is gone")));
    }

    /**
     * Throws {@code Damaged} naming what differs first.
     *
     * @param statements of every step that has led to the file's version
     */
    public static void require(SqliteSession session, Path file, List<String> statements) throws SQLException {
        require(session, file, fresh -> {
            for (String statement : statements) {
                fresh.run(statement);
            }
        });
    }

    /** As the other. */
    public static void require(SqliteSession session, Path file, Making making) throws SQLException {
        Optional<String> difference = difference(session, making);
        if (difference.isPresent()) {
            throw new LedgerException.Damaged("""
                    %1$s: %2$s. Hãy sao chép cả thư mục dữ liệu, rồi phục hồi bản sao lưu. / Copy the data folder away, then restore \
                    the backup.""".formatted(file, difference.get()), null);
        }
    }

    private static Map<String, Made> objects(SqliteSession session) throws SQLException {
        Map<String, Made> objects = new TreeMap<>();
        session.list(
                        OBJECTS,
                        row -> Map.entry(
                                row.getString(2),
                                new Made(row.getString(1), row.getString(3), withoutSpaces(row.getString(4)))))
                .forEach(object -> objects.put(object.getKey(), object.getValue()));
        return objects;
    }

    private static String withoutSpaces(String sql) {
        return sql.replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1");
    }

    private static String named(Map.Entry<String, Made> object, String vietnamese, String english) {
        String type = object.getValue().type();
        String name = object.getKey();
        String inVietnamese = switch (type) {
            case "table" -> "bảng";
            case "index" -> "chỉ mục";
            case "view" -> "khung nhìn";
            default -> "thủ tục tự chạy (trigger)";
        };
        return "%s %s %s / %s %s %s".formatted(inVietnamese, name, vietnamese, type, name, english);
    }
}
