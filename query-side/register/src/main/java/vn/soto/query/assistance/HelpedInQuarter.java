package vn.soto.query.assistance;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * The units in which one household or business was helped in one quarter.
 *
 * @param id {@code <household>/<quarter>}, or {@code business:} and the business in the household's place
 */
public record HelpedInQuarter(@BsonId String id, List<HelpRow> rows) implements ReadModel {

    public static final DocumentType<HelpedInQuarter> KIND =
            new DocumentType<>("helped-in-quarter", HelpedInQuarter.class);

    /** @param counts whether the record counts in the quarter from this event on */
    public record HelpRow(long position, long commit, String assistance, String unit, boolean counts)
            implements Stamped {}

    public static String id(String helped, Quarter quarter) {
        return helped + "/" + quarter;
    }

    public HelpedInQuarter with(HelpRow row) {
        return new HelpedInQuarter(id, VersionedRows.with(rows, row));
    }

    /** Whether another record counts in the unit before a position: then this one makes nobody count who did not. */
    public boolean isHelpedBesides(String assistance, String unit, long position) {
        Set<String> later = new HashSet<>(Set.of(assistance));
        for (HelpRow row : rows.reversed()) {
            if (row.position < position && later.add(row.assistance) && row.counts && row.unit.equals(unit)) {
                return true;
            }
        }
        return false;
    }

    /** Every unit of its records, whether they count or not. */
    public Set<String> allUnits() {
        return rows.stream().map(HelpRow::unit).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether all of its records are of one unit. */
    public boolean isOfOneUnit() {
        for (HelpRow row : rows) {
            if (!row.unit.equals(rows.getFirst().unit)) {
                return false;
            }
        }
        return true;
    }

    /** Its records known at a commit, whether they count or not. */
    public Stream<String> assistances(long asOf) {
        return VersionedRows.asOf(rows, asOf).stream().map(HelpRow::assistance).distinct();
    }

    /** The units in which it counts as helped as of a commit. */
    public Set<String> units(long asOf) {
        Map<String, HelpRow> last = new LinkedHashMap<>();
        VersionedRows.asOf(rows, asOf).forEach(row -> last.put(row.assistance, row));
        return last.values().stream()
                .filter(HelpRow::counts)
                .map(HelpRow::unit)
                .collect(Collectors.toUnmodifiableSet());
    }
}
