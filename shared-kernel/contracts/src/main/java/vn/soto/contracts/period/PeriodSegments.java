package vn.soto.contracts.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;

/**
 * Finds the period in which an event counts: that of its day. If that is closed and carries late events forward, it is
 * the next period that is not. So everything counts in exactly one period, and no later closing changes where. Nothing
 * is handed on to a period in which the team did not exist any more.
 */
public final class PeriodSegments {

    private final ApplicablePeriods periods;
    private final @Nullable Quarter last;
    private final Cuts cuts;

    public PeriodSegments(ApplicablePeriods periods, Cuts cuts) {
        this(periods, null, cuts);
    }

    /**
     * @param last    last quarter with a report of a dissolved team. Late events count in it at the latest, as an
     *     amendment. Absent while the team goes on.
     */
    public PeriodSegments(ApplicablePeriods periods, @Nullable Quarter last, Cuts cuts) {
        this.periods = periods;
        this.last = last;
        this.cuts = cuts;
    }

    /** Positions in the ledger. */
    public interface Cuts {

        /** The position after the last event of a commit. */
        long after(long commit);

        /** The position of the first event recorded at or after an instant; that of the next event if there is none. */
        long since(Instant instant);
    }

    /**
     * The records of a period's days from a position on, up to another.
     *
     * @param before position after the last
     */
    public record Segment(QuarterDays days, long from, long before) {}

    /**
     * The segments of the quarter's days that count in the quarter itself, of the records before a position. The first
     * starts at 0.
     */
    public List<Segment> own(Quarter quarter, long before) {
        return segments(quarter, quarter, before);
    }

    /** The segments of earlier quarters' days that count in this quarter, of the records before a position. */
    public List<Segment> carried(Quarter quarter, long before) {
        List<Segment> carried = new ArrayList<>();
        Quarter earlier = quarter;
        while (!earlier.isFirst() && handsOn(earlier.previous())) {
            earlier = earlier.previous();
            carried.addAll(0, segments(earlier, quarter, before));
        }
        return List.copyOf(carried);
    }

    /** The segments of the quarter's days that come too late for the quarter, of the records before a position. */
    public List<Segment> late(Quarter quarter, long before) {
        return pieces(quarter, quarter, before).stream()
                .filter(piece -> isClosed(quarter, piece.from))
                .toList();
    }

    private List<Segment> segments(Quarter of, Quarter counting, long before) {
        List<Segment> joined = new ArrayList<>();
        for (Segment piece : pieces(of, counting, before)) {
            if (destination(of, piece.from).equals(counting)) {
                if (!joined.isEmpty() && joined.getLast().before == piece.from) {
                    Segment last = joined.removeLast();
                    joined.add(new Segment(last.days, last.from, piece.before));
                } else {
                    joined.add(piece);
                }
            }
        }
        return List.copyOf(joined);
    }

    /** The ledger before a position in pieces on which none of the periods from one quarter to another changes its state. */
    private List<Segment> pieces(Quarter of, Quarter counting, long before) {
        TreeSet<Long> bounds = new TreeSet<>(List.of(0L, before));
        of.through(counting)
                .flatMap(quarter -> periods.period(quarter).stream())
                .flatMap(period -> period.changes().stream())
                .flatMap(this::bounds)
                .filter(bound -> bound > 0 && bound < before)
                .forEach(bounds::add);
        QuarterDays days = periods.days(of);
        return bounds.headSet(before).stream()
                .map(from -> new Segment(days, from, Objects.requireNonNull(bounds.higher(from))))
                .toList();
    }

    private Stream<Long> bounds(Period.Change change) {
        LocalDate until = change.openUntil();
        Stream<Long> start = Stream.of(cuts.after(change.after()));
        return until == null ? start : Stream.concat(start, Stream.of(expiry(until)));
    }

    private long expiry(LocalDate until) {
        return cuts.since(VietnamTime.start(until.plusDays(1)));
    }

    /** The quarter in which that counts which is recorded at a position for the days of a quarter. */
    public Quarter destination(Quarter of, long position) {
        Quarter quarter = of;
        while (!quarter.equals(last) && handsOn(quarter) && isClosed(quarter, position)) {
            quarter = quarter.next();
        }
        return quarter;
    }

    private boolean handsOn(Quarter quarter) {
        return periods.period(quarter)
                .filter(period -> period.late() == LateCounting.NEXT_PERIOD)
                .isPresent();
    }

    /** Whether the quarter is closed for what is recorded at a position. */
    public boolean isClosed(Quarter quarter, long position) {
        boolean closed = false;
        for (Period.Change change : periods.period(quarter).map(Period::changes).orElse(List.of())) {
            if (cuts.after(change.after()) <= position) {
                LocalDate until = change.openUntil();
                closed = until == null || expiry(until) <= position;
            }
        }
        return closed;
    }
}
