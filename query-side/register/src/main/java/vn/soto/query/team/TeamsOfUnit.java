package vn.soto.query.team;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;

/** The teams of a unit, which an ended one has until they are consolidated. */
@Component
record TeamsOfUnit(Units units, Teams teams) implements EndedUnitList {

    @Override
    public String question() {
        return "/api/teams";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return teams.covering(units.within(unit, day, asOf), asOf, day).isEmpty();
    }
}
