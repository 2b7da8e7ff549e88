package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.VietnameseOrder;

/** The residential units in a unit that a team is to cover. */
@Component
record CoveredUnits(Units units) implements EndedUnitList {

    /** Those in force on a day, by name. */
    List<UnitOnDay> in(String unit, LocalDate day, long asOf) {
        return VietnameseOrder.sorted(
                units.find(units.within(unit, day, asOf), day, asOf).values().stream()
                        .filter(found -> found.inForce() && found.kind().residential())
                        .toList(),
                UnitOnDay::name,
                UnitOnDay::id);
    }

    @Override
    public String question() {
        return "/api/units/{unit}/coverage";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return in(unit, day, asOf).isEmpty();
    }
}
