package vn.soto.projection;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;

/**
 * A day that was entered wrongly in a row of a history. Rows keep what their events said; a question applies the
 * corrections known at its commit, so an earlier one still sees the day entered first.
 *
 * @param history name of the history within its document
 * @param value   value of the row, as {@link History} reads it; absent where the last row of a day stands for all, and in
 *     earlier documents
 * @param before  value of the row before it, likewise
 * @param entered day of the row, after earlier corrections
 * @param right   the right day; absent if what the row says never was
 */
public record DayCorrection(
        long position,
        long commit,
        String history,
        @Nullable String value,
        @Nullable String before,
        LocalDate entered,
        @Nullable LocalDate right)
        implements Stamped {

    /**
     * A history of rows within its document.
     *
     * @param name  as corrections state it
     * @param day   day of a row; absent for one that holds for all days
     * @param moved the row with another day
     * @param value value of a row; absent where the last row of a day takes the place of the others
     */
    public record History<R extends Stamped>(
            String name,
            Function<R, @Nullable LocalDate> day,
            BiFunction<R, LocalDate, R> moved,
            @Nullable Function<R, @Nullable String> value) {

        private void put(R row, DayHistory<R> known) {
            LocalDate from = day.apply(row);
            known.put(from == null ? LocalDate.MIN : from, row);
        }
    }

    /** One event may correct rows of several histories, whose names begin with different letters. */
    @Override
    public long order() {
        return 128 * position + history.charAt(0);
    }

    /**
     * The rows as known at a commit, with their right days and in the order of these; each keeps its position.
     *
     * @param corrections absent in documents of an earlier version
     */
    public static <R extends Stamped> List<R> applied(
            List<R> rows, @Nullable List<DayCorrection> corrections, History<R> of, long asOf) {
        DayHistory<R> known = new DayHistory<>();
        Iterator<DayCorrection> next = VersionedRows.asOf(corrections == null ? List.of() : corrections, asOf).stream()
                .filter(correction -> correction.history.equals(of.name))
                .iterator();
        DayCorrection correction = next.hasNext() ? next.next() : null;
        for (R row : VersionedRows.asOf(rows, asOf)) {
            while (correction != null && correction.position <= row.position()) {
                correction.apply(known, of);
                correction = next.hasNext() ? next.next() : null;
            }
            of.put(row, known);
        }
        for (; correction != null; correction = next.hasNext() ? next.next() : null) {
            correction.apply(known, of);
        }
        return known.list((from, row) -> row);
    }

    private <R extends Stamped> void apply(DayHistory<R> known, History<R> of) {
        Meant<R> meant = new Meant<>(row -> is(value, row, of), row -> is(before, row, of));
        if (right == null) {
            known.remove(entered, meant);
        } else if (of.value == null) {
            known.moveLast(entered, right, row -> of.moved.apply(row, right));
        } else {
            known.move(entered, right, meant, row -> of.moved.apply(row, right));
        }
    }

    private static <R extends Stamped> boolean is(@Nullable String value, R row, History<R> of) {
        return value == null || of.value == null || value.equals(of.value.apply(row));
    }
}
