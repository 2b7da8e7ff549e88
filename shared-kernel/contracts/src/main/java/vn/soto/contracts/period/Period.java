package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.QuarterDays;

/**
 * A period that was opened or closed.
 *
 * @param dueOn   last day on which a report is in time
 * @param late    period in which events count that arrive while it is closed
 * @param changes closings and reopenings in their order
 */
public record Period(QuarterDays days, LocalDate dueOn, LateCounting late, List<Change> changes) {

    public Period {
        changes = List.copyOf(changes);
    }

    /**
     * A closing or a reopening.
     *
     * @param after     number of the last commit before it
     * @param openUntil last day of the reopening; absent for a closing
     */
    public record Change(long after, @Nullable LocalDate openUntil) {}

    /**
     * Whether a commit comes too late for the period.
     *
     * @param day on which it was recorded in Việt Nam
     */
    public boolean isClosedTo(long commit, LocalDate day) {
        Change last = null;
        for (Change change : changes) {
            last = change.after < commit ? change : last;
        }
        return last != null && (last.openUntil == null || day.isAfter(last.openUntil));
    }

    public boolean isClosedOn(LocalDate day) {
        return isClosedTo(Long.MAX_VALUE, day);
    }

    Period with(Change change) {
        return new Period(
                days,
                dueOn,
                late,
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }
}
