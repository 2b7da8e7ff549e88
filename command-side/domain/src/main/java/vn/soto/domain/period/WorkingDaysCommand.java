package vn.soto.domain.period;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;

/** Commands to the calendar of working days. */
public sealed interface WorkingDaysCommand extends Command {

    /**
     * Decides a year's table of holidays, as a whole.
     *
     * @param off    days from Monday to Friday on which offices do not work
     * @param worked Saturdays and Sundays on which they do
     */
    @ClientCommand(as = "decide-holidays", at = "holidays/{year}")
    record DecideHolidays(int year, List<LocalDate> off, List<LocalDate> worked, Instrument instrument)
            implements WorkingDaysCommand {

        public DecideHolidays {
            off = Ascending.of(off);
            worked = Ascending.of(worked);
        }

        @TargetAggregateIdentifier
        public String workingDays() {
            return HolidayTables.ID;
        }
    }

    /** The place that commands about holidays touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(CommandPlace.WHOLE_LEDGER);
    }
}
