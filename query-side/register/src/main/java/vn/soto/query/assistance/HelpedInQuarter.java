package vn.soto.query.assistance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.RowListType;
import vn.soto.query.assistance.Assistance.Version;
import vn.soto.query.period.StoredQuarters;

/**
 * The records that ever said they helped one household or business in one quarter; each tells itself whether it still does.
 *
 * @param helped the household, or {@code business:} and the business
 */
public record HelpedInQuarter(String helped, Quarter quarter, List<Assistance> records, StoredQuarters stored) {

    /** Ids of the records, by {@code <helped>/<quarter>}. */
    public static final RowListType<String> RECORDS = RowListType.ids("help-in-quarters");

    public static void add(String helped, Quarter quarter, String assistance, Batch batch) {
        RECORDS.add(id(helped, quarter), assistance, batch);
    }

    /** For a projector. */
    public static HelpedInQuarter find(String helped, Quarter quarter, StoredQuarters stored, Batch batch) {
        return new HelpedInQuarter(
                helped,
                quarter,
                RECORDS.find(id(helped, quarter), batch).stream()
                        .flatMap(record -> batch.find(Assistance.KIND, record).stream())
                        .toList(),
                stored);
    }

    /** Of each of these, in each quarter in which it was ever helped; makes two queries. */
    public static List<HelpedInQuarter> find(
            Collection<String> helped, Collection<Quarter> quarters, StoredQuarters stored, Documents documents) {
        Map<String, List<String>> ids = RECORDS.find(
                helped.stream()
                        .flatMap(each -> quarters.stream().map(quarter -> id(each, quarter)))
                        .toList(),
                documents);
        Map<String, Assistance> records = documents.find(
                Assistance.KIND,
                ids.values().stream().flatMap(List::stream).distinct().toList());
        List<HelpedInQuarter> found = new ArrayList<>();
        for (String each : helped) {
            for (Quarter quarter : quarters) {
                List<Assistance> own = ids.getOrDefault(id(each, quarter), List.of()).stream()
                        .flatMap(record -> Stream.ofNullable(records.get(record)))
                        .toList();
                if (!own.isEmpty()) {
                    found.add(new HelpedInQuarter(each, quarter, own, stored));
                }
            }
        }
        return found;
    }

    private static String id(String helped, Quarter quarter) {
        return helped + "/" + quarter;
    }

    private boolean says(Version version) {
        return helped.equals(version.helped())
                && stored.of(version.state().content().occurredAt()).equals(quarter);
    }

    private boolean counts(Version version) {
        return !version.voided() && says(version);
    }

    /** Whether another record counts in the unit before a position: then this one makes nobody count who did not. */
    public boolean isHelpedBesides(String assistance, String unit, long position) {
        return records.stream()
                .filter(record -> !record.id().equals(assistance))
                .flatMap(record -> record.before(position).stream())
                .anyMatch(version -> counts(version) && version.unit().equals(unit));
    }

    /** Every unit of its records, whether they count or not. */
    public Set<String> allUnits() {
        return records.stream()
                .flatMap(record -> record.versions().stream())
                .filter(this::says)
                .map(Version::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its records known at a commit, whether they count or not. */
    Stream<Assistance> known(long asOf) {
        return records.stream()
                .filter(record ->
                        record.versions().stream().anyMatch(version -> version.commit() <= asOf && says(version)));
    }

    /** The units in which it counts as helped as of a commit. */
    public Set<String> units(long asOf) {
        return records.stream()
                .flatMap(record -> record.asOf(asOf).stream())
                .filter(this::counts)
                .map(Version::unit)
                .collect(Collectors.toUnmodifiableSet());
    }
}
