package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.UnitUse;

/** Whether a household lives in a unit, or will. */
@Component
record UnitOfHouseholds(Households households) implements UnitUse {

    @Override
    public boolean of(String unit, long asOf) {
        return !households
                .ofUnits(List.of(unit), LocalDate.MAX, line -> true, 0, 1, asOf)
                .items()
                .isEmpty();
    }
}
