package vn.soto.query.household;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.query.resident.HouseholdsByUnit;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;

/** The households of a unit, which a divided one has until each was moved. */
@Component
final class HouseholdsOfUnit implements EndedUnitList {

    private final Units units;
    private final HouseholdsByUnit residents;

    HouseholdsOfUnit(Units units, HouseholdsByUnit residents) {
        this.units = units;
        this.residents = residents;
    }

    @Override
    public String question() {
        return "/api/units/{unit}/households";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return residents.count(units.within(unit, day, asOf), day, asOf) == 0;
    }
}
