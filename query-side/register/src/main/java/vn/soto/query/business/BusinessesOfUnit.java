package vn.soto.query.business;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;

/** The businesses of a unit, which a divided one has until each was moved. */
@Component
record BusinessesOfUnit(Units units, Businesses businesses) implements EndedUnitList {

    @Override
    public String question() {
        return "/api/units/{unit}/businesses";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return businesses.isNone(units.listed(unit, day, asOf), day, asOf);
    }
}
