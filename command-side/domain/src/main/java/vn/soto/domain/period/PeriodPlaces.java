package vn.soto.domain.period;

import java.util.List;
import vn.soto.domain.shared.CommandPlace;

/** What commands about reporting periods touch: the unit whose authority decides; holidays are the same for everybody. */
public final class PeriodPlaces {

    private PeriodPlaces() {}

    public static List<CommandPlace> of(PeriodCommand command) {
        return List.of(new CommandPlace.InUnit(command.unit()));
    }

    public static List<CommandPlace> of(WorkingDaysCommand command) {
        return List.of(CommandPlace.WHOLE_LEDGER);
    }
}
