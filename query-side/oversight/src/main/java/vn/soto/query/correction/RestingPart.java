package vn.soto.query.correction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one kind of a team in one part of a month, with a row for each event that states them. A whole month would be
 * written again for each record of help.
 */
final class RestingPart {

    private static final int DAYS = 8;

    private RestingPart() {}

    /** The part of the month of a day; a later one is greater. */
    static String of(LocalDate day) {
        return YearMonth.from(day) + "-" + day.getDayOfMonth() / DAYS;
    }

    /** The records of some rows that stood before a position. */
    static List<RestingRow> before(List<RestingRow> rows, long position) {
        Map<String, RestingRow> last = new LinkedHashMap<>();
        rows.stream().filter(row -> row.position() < position).forEach(row -> last.put(row.record(), row));
        return last.values().stream().filter(row -> !row.gone()).toList();
    }
}
