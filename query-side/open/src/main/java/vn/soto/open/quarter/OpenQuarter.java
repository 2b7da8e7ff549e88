package vn.soto.open.quarter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;

/**
 * A closed quarter of a province or city in the boundaries of that time: its report that stands, and those of its communes.
 *
 * @param indicators version of the definitions
 * @param earlier    versions that the report replaced, oldest first
 * @param rows       communes by name
 */
public record OpenQuarter(
        Quarter quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        int indicators,
        List<OpenVersion> earlier,
        OpenRow total,
        List<OpenRow> rows) {

    public OpenQuarter {
        earlier = List.copyOf(earlier);
        rows = List.copyOf(rows);
    }

    /**
     * A version of a report.
     *
     * @param number 1 for the first
     * @param at     of its submission
     * @param hash   of its content
     */
    public record OpenVersion(int number, Instant at, String hash) {

        public LocalDate day() {
            return VietnamTime.day(at);
        }
    }

    /**
     * The figures of a unit.
     *
     * @param shown    values by code
     * @param withheld codes of values that are known and not shown
     */
    public record OpenRow(
            String unit, String name, OpenVersion version, Map<String, Long> shown, Set<String> withheld) {

        public OpenRow {
            shown = Map.copyOf(shown);
            withheld = Set.copyOf(withheld);
        }

        public Optional<Long> value(String code) {
            return Optional.ofNullable(shown.get(code));
        }

        public boolean withholds(String code) {
            return withheld.contains(code);
        }
    }

    /** The row of a unit, a commune's or the total. */
    public Optional<OpenRow> of(String unit) {
        return total.unit.equals(unit)
                ? Optional.of(total)
                : rows.stream().filter(row -> row.unit.equals(unit)).findFirst();
    }
}
