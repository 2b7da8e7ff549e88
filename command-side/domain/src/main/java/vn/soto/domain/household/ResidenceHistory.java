package vn.soto.domain.household;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.soto.contracts.unit.UnitId;

/** In which unit a household lived from which day on. */
final class ResidenceHistory {

    /** The first is known without a day: it holds for every day before the next. */
    private final NavigableMap<LocalDate, UnitId> units = new TreeMap<>();

    void first(UnitId unit) {
        units.put(LocalDate.MIN, unit);
    }

    void move(UnitId unit, LocalDate firstDay) {
        units.put(firstDay, unit);
    }

    UnitId on(LocalDate day) {
        return units.floorEntry(day).getValue();
    }

    UnitId latest() {
        return units.lastEntry().getValue();
    }
}
