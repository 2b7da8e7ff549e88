package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of the calendar of working days. */
public sealed interface WorkingDaysEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("working-days");
    }

    /**
     * The table of a year's holidays; it replaces what is computed for the year, and the table decided before.
     *
     * @param off    days other than Saturdays and Sundays on which offices do not work, ascending
     * @param worked Saturdays and Sundays on which they do, ascending
     */
    @StoredAs("working-days.decided.v1")
    record HolidaysDecided(int year, List<LocalDate> off, List<LocalDate> worked, Instrument instrument)
            implements WorkingDaysEvent {

        public HolidaysDecided {
            off = Ascending.of(off);
            worked = Ascending.of(worked);
        }
    }
}
