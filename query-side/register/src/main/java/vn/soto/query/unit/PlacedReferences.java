package vn.soto.query.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.SubjectLookup;

/** The commune's codes of what is recorded in a unit; it lies in the unit that this has become by the day. */
@Component
public record PlacedReferences(Units units) {

    /** @param unit in which something is recorded */
    public record Placed(String unit, String reference) {}

    public SubjectLookup<Designated> of(SubjectLookup<Placed> placed) {
        return (ids, day, asOf) -> {
            Map<String, Placed> recorded = placed.find(ids, day, asOf);
            List<String> places =
                    recorded.values().stream().map(Placed::unit).distinct().toList();
            UnitLineage lineage = units.lineage(places, day, asOf);
            Map<String, Designated> found = new HashMap<>();
            recorded.forEach((id, each) -> found.put(
                    id,
                    Designated.in(
                            lineage.of(new UnitId(each.unit)).unit().value(),
                            Designation.always(Designation.Use.REFERENCE, each.reference))));
            return found;
        };
    }
}
