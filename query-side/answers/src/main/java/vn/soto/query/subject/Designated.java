package vn.soto.query.subject;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subject with its names and codes, as known at a commit.
 *
 * @param designations of each use by first day
 * @param unit         unit that directly contains it on the day asked about; absent if it lies in none
 * @param from         first day of the subject; absent if it has none
 * @param until        last day of the subject; absent if it has none
 */
public record Designated(
        List<Designation> designations,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** With one name on all days. */
    public static Designated called(@Nullable String unit, String name) {
        return in(unit, Designation.always(Designation.Use.NAME, name));
    }

    public static Designated in(@Nullable String unit, Designation... designations) {
        return new Designated(List.of(designations), unit, null, null);
    }

    /** The name on a day; before the first name's day the first, after the last name's day the last. */
    public Optional<String> name(LocalDate day) {
        List<Designation> names = designations.stream()
                .filter(each -> each.use() == Designation.Use.NAME || each.use() == Designation.Use.REFERENCE)
                .toList();
        return names.stream()
                .filter(each -> each.begunBy(day))
                .reduce((earlier, later) -> later)
                .or(() -> names.stream().findFirst())
                .map(Designation::text);
    }

    /** The day, or the nearest day on which the subject exists. */
    public LocalDate within(LocalDate day) {
        LocalDate begun = from != null && day.isBefore(from) ? from : day;
        return until != null && begun.isAfter(until) ? until : begun;
    }
}
