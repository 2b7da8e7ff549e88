package vn.soto.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Hash;

/**
 * The hash of a row, kept beside it: SHA-256 over its values in the order of the columns, each with its length. It tells a row that was
 * changed by hand or by a fault; whoever knows this form can write a row that passes.
 */
public final class RowDigest {

    private RowDigest() {}

    public static String of(@Nullable Object... values) {
        return Hash.sha256(Arrays.stream(values)
                        .map(RowDigest::counted)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Of the first columns of the current row. */
    public static String of(ResultSet row, int columns) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            values.add(row.getString(column));
        }
        return of(values.toArray());
    }

    private static String counted(@Nullable Object value) {
        return value == null ? "-;" : value.toString().length() + ";" + value;
    }
}
