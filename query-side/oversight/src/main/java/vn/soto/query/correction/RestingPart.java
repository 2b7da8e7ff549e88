package vn.soto.query.correction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one kind of a team in one part of a month, with a row for each event that states them. A whole month would be
 * written again for each record of help.
 */
record RestingPart(List<RestingRow> rows) {

    private static final int DAYS = 8;

    /** The part of the month of a day; a later one is greater. */
    static String of(LocalDate day) {
        return YearMonth.from(day) + "-" + day.getDayOfMonth() / DAYS;
    }

    /** The records that stood before a position. */
    List<RestingRow> before(long position) {
        Map<String, RestingRow> last = new LinkedHashMap<>();
        rows.stream().filter(row -> row.position() < position).forEach(row -> last.put(row.record(), row));
        return last.values().stream().filter(row -> !row.gone()).toList();
    }

    /** A record as it stood before a position. */
    Optional<RestingRow> before(long position, String record) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            RestingRow row = rows.get(i);
            if (row.position() < position && row.record().equals(record)) {
                return row.gone() ? Optional.empty() : Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
