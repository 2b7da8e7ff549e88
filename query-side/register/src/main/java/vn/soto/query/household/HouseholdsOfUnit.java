package vn.soto.query.household;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.query.resident.HouseholdsByUnit;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;

/** The households of a unit, which a divided one has until each was moved. */
@Component
record HouseholdsOfUnit(Units units, HouseholdsByUnit residents) implements EndedUnitList {

    @Override
    public String question() {
        return "/api/units/{unit}/households";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return residents.count(units.listed(unit, day, asOf), day, asOf) == 0;
    }
}
