package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;

/**
 * The teams that a round is about. On their last day in the period their area has a residential unit below that of the
 * round, or below one that joined it since.
 *
 * @param now    lineage of units up to today
 * @param parent the unit that contains another one on a day
 */
public record RoundArea(RoundOpened round, UnitLineage now, BiFunction<UnitId, LocalDate, Optional<UnitId>> parent) {

    private static final int MOST_LEVELS = 10;

    /** The last day of a team in the period; empty if it has none. */
    public static Optional<LocalDate> lastDay(RoundOpened round, LocalDate began, Optional<LocalDate> ended) {
        LocalDate end = round.quarters().getLast().lastDay();
        LocalDate last = ended.filter(day -> day.isBefore(end)).orElse(end);
        return last.isBefore(round.quarters().getFirst().firstDay()) || last.isBefore(began)
                ? Optional.empty()
                : Optional.of(last);
    }

    /** Whether a team lies there whose units on a day are these. */
    public boolean holds(Collection<UnitId> units, LocalDate day) {
        return units.stream().anyMatch(unit -> holds(unit, day));
    }

    private boolean holds(UnitId unit, LocalDate day) {
        Optional<UnitId> at = Optional.of(unit);
        for (int level = 0; level < MOST_LEVELS && at.isPresent(); level++) {
            UnitId above = at.get();
            if (above.equals(round.unit()) || now.of(above).unit().equals(round.unit())) {
                return true;
            }
            at = parent.apply(above, day);
        }
        return false;
    }
}
