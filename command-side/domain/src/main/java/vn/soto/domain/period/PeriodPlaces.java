package vn.soto.domain.period;

import java.util.List;
import vn.soto.domain.shared.Place;

/** What commands about reporting periods touch: the unit whose authority decides; holidays are the same for everybody. */
public final class PeriodPlaces {

    private PeriodPlaces() {}

    public static List<Place> of(PeriodCommand command) {
        return List.of(new Place.InUnit(command.unit()));
    }

    public static List<Place> of(WorkingDaysCommand command) {
        return List.of(Place.WHOLE_LEDGER);
    }
}
