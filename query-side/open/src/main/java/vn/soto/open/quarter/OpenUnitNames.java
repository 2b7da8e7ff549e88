package vn.soto.open.quarter;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.Language;

/** Units by kind and name, the kind once. */
@Component
public record OpenUnitNames(Units units) {

    /** On a day; an empty text if the unit is not known. */
    public String on(LocalDate day, String unit, long asOf) {
        return units.find(unit, day, asOf).map(OpenUnitNames::of).orElse("");
    }

    static String of(UnitOnDay unit) {
        String kind = unit.kind().vietnamese();
        boolean said = unit.name().toLowerCase(Language.VIETNAMESE).startsWith(kind);
        return said
                ? unit.name()
                : kind.substring(0, 1).toUpperCase(Language.VIETNAMESE) + kind.substring(1) + " " + unit.name();
    }
}
