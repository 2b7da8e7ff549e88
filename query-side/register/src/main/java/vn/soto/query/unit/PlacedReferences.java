package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;

/** The commune's codes of what is recorded in a unit; it lies in the unit that this has become by the day. */
@Component
public record PlacedReferences(Units units) {

    /** @param unit in which something is recorded */
    public record Placed(String unit, String reference) {}

    /** @param recorded by the id of what is recorded */
    public Map<String, Designated> designated(Map<String, Placed> recorded, LocalDate day, long asOf) {
        Collection<String> places =
                recorded.values().stream().map(Placed::unit).distinct().toList();
        UnitLineage lineage = units.lineage(places, day, asOf);
        Map<String, Designated> found = new HashMap<>();
        recorded.forEach((id, placed) -> found.put(
                id,
                Designated.in(
                        lineage.of(new UnitId(placed.unit)).unit().value(),
                        Designation.always(Designation.Use.REFERENCE, placed.reference))));
        return found;
    }
}
