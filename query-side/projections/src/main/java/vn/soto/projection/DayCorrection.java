package vn.soto.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A day that was entered wrongly in a row of a history. Rows keep what their events said; a question applies the
 * corrections known at its commit, so an earlier one still sees the day entered first.
 *
 * @param history name of the history within its document
 * @param entered day of the row, after earlier corrections
 * @param right   the right day; absent if what the row says never was
 */
public record DayCorrection(
        long position,
        long commit,
        String history,
        LocalDate entered,
        @Nullable LocalDate right) implements Stamped {

    /**
     * The rows as known at a commit, with their right days; each keeps its position.
     *
     * @param corrections absent in documents of an earlier version
     * @param day         day of a row; absent for one that holds for all days
     * @param moved       the row with another day
     */
    public static <R extends Stamped> List<R> applied(
            List<R> rows,
            @Nullable List<DayCorrection> corrections,
            String history,
            long asOf,
            Function<R, @Nullable LocalDate> day,
            BiFunction<R, LocalDate, R> moved) {
        List<R> known = new ArrayList<>(VersionedRows.asOf(rows, asOf));
        if (corrections != null) {
            VersionedRows.asOf(corrections, asOf).stream()
                    .filter(correction -> correction.history.equals(history))
                    .forEach(correction -> correction.apply(known, day, moved));
        }
        return known;
    }

    private <R extends Stamped> void apply(
            List<R> known, Function<R, @Nullable LocalDate> day, BiFunction<R, LocalDate, R> moved) {
        for (int i = known.size() - 1; i >= 0; i--) {
            R row = known.get(i);
            if (row.position() < position && Objects.equals(day.apply(row), entered)) {
                if (right == null) {
                    known.remove(i);
                } else {
                    known.set(i, moved.apply(row, right));
                }
                return;
            }
        }
    }
}
