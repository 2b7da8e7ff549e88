package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;

/** The units a team covers from a day on. */
public record Area(LocalDate from, List<UnitId> units, Instrument decision) {

    static Area of(LocalDate from, List<UnitId> units, Instrument decision) {
        return new Area(from, units, decision);
    }
}
