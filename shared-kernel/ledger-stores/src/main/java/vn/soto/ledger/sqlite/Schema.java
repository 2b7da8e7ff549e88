package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.ledger.LedgerException;

/**
 * The tables, indexes, views and triggers of a database file, compared with those its program makes. A trigger can
 * swallow a row that was inserted without an error, and without a unique index nothing is refused twice. So a program
 * that writes compares before it does.
 */
public final class Schema {

    private static final String OBJECTS =
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name, type";

    /** The objects that statements make: a process asks for them at each opening of a file. */
    private static final Map<List<String>, List<Made>> MADE = new ConcurrentHashMap<>();

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile(" ?([(),]) ?");

    private Schema() {}

    /** @param sql as SQLite keeps it, but for spaces; empty for an index that a constraint makes */
    private record Made(String type, String name, String table, String sql) {

        /** A trigger may have the name of a table or an index. */
        boolean isNamesake(Made other) {
            return type.equals(other.type) && name.equals(other.name);
        }
    }

    /** Makes the objects of a file's version in an empty database. */
    @FunctionalInterface
    public interface Making {
        void in(SqliteSession fresh) throws SQLException;
    }

    /** The first difference, in both languages; empty if there is none. */
    private static Optional<String> difference(SqliteSession session, List<Made> expected) throws SQLException {
        List<Made> stored = objects(session);
        return without(stored, expected)
                .findFirst()
                .map(object -> expected.stream().anyMatch(object::isNamesake)
                        ? named(object, "không như đã tạo", "is not as it was made")
                        : named(object, "không phải của chương trình", "is not the product's"))
                // Before the indexes that went with a table, the table.
                .or(() -> without(expected, stored)
                        .min(Comparator.comparing(object -> object.sql().isEmpty()))
                        .map(object -> named(object, "không còn", "is gone")));
    }

    private static Stream<Made> without(List<Made> objects, List<Made> others) {
        List<Made> left = new ArrayList<>(objects);
        others.forEach(left::remove);
        return left.stream();
    }

    /**
     * Throws {@code Damaged} naming what differs first.
     *
     * @param statements of every step that has led to the file's version
     */
    public static void require(SqliteSession session, Path file, List<String> statements) throws SQLException {
        List<Made> expected = MADE.get(statements);
        if (expected == null) {
            expected = made(fresh -> {
                for (String statement : statements) {
                    fresh.run(statement);
                }
            });
            MADE.put(List.copyOf(statements), expected);
        }
        requireMade(session, file, expected);
    }

    /** As the other. */
    public static void require(SqliteSession session, Path file, Making making) throws SQLException {
        requireMade(session, file, made(making));
    }

    private static List<Made> made(Making making) throws SQLException {
        try (SqliteSession fresh = SqliteSession.inMemory()) {
            making.in(fresh);
            return objects(fresh);
        }
    }

    private static void requireMade(SqliteSession session, Path file, List<Made> expected) throws SQLException {
        Optional<String> difference = difference(session, expected);
        if (difference.isPresent()) {
            throw new LedgerException.Damaged("""
                    %1$s: %2$s. Hãy sao chép cả thư mục dữ liệu, rồi phục hồi bản sao lưu. / Copy the data folder away, then restore \
                    the backup.""".formatted(file, difference.get()), null);
        }
    }

    private static List<Made> objects(SqliteSession session) throws SQLException {
        return session.list(
                OBJECTS,
                row -> new Made(row.getString(1), row.getString(2), row.getString(3), withoutSpaces(row.getString(4))));
    }

    private static String withoutSpaces(String sql) {
        return MARKS.matcher(SPACES.matcher(sql).replaceAll(" ")).replaceAll("$1");
    }

    private static String named(Made object, String vietnamese, String english) {
        String inVietnamese = switch (object.type()) {
            case "table" -> "bảng";
            case "index" -> "chỉ mục";
            case "view" -> "khung nhìn";
            default -> "thủ tục tự chạy (trigger)";
        };
        return "%s %s %s / %s %s %s"
                .formatted(inVietnamese, object.name(), vietnamese, object.type(), object.name(), english);
    }
}
