package vn.soto.query.period;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.PeriodSegments.Segment;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;

/**
 * When the reporting periods of a team were closed, as known at a commit; each quarter is read once. Not thread-safe.
 */
public final class TeamPeriods {

    private final Periods periods;
    private final Function<LocalDate, List<String>> area;
    private final @Nullable LocalDate ended;
    private final long asOf;
    private final Map<Quarter, Periods.Authority> known = new HashMap<>();
    private final Map<Quarter, List<Segment>> closed = new HashMap<>();

    /**
     * @param area  units of the team on a day
     * @param ended last day of the team; absent while it goes on
     */
    TeamPeriods(Periods periods, Function<LocalDate, List<String>> area, @Nullable LocalDate ended, long asOf) {
        this.periods = periods;
        this.area = area;
        this.ended = ended;
        this.asOf = asOf;
    }

    /** Whether the period of a day was closed for what is recorded at a position of the ledger. */
    public boolean wasClosed(LocalDate day, long position) {
        Periods.Authority decided = decided(QuarterCalendar.CALENDAR.of(day));
        return closed.computeIfAbsent(decided.quarterOf(day), quarter -> closed(decided, quarter)).stream()
                .anyMatch(segment -> segment.from() <= position && position < segment.before());
    }

    /** The quarter to which a day belongs. */
    public Quarter quarterOf(LocalDate day) {
        return decided(QuarterCalendar.CALENDAR.nearest(day)).quarterOf(day);
    }

    private Periods.Authority decided(Quarter quarter) {
        return known.computeIfAbsent(quarter, asked -> periods.authority(area, asked, asOf));
    }

    private List<Segment> closed(Periods.Authority decided, Quarter quarter) {
        PeriodSegments segments = periods.segments(decided, ended);
        return decided.periods().period(quarter).isEmpty() ? List.of() : segments.late(quarter, Long.MAX_VALUE);
    }
}
