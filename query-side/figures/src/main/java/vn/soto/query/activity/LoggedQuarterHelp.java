package vn.soto.query.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;
import vn.soto.projection.ListResults;
import vn.soto.query.assistance.HelpedInQuarter;

/** A quarter by the calendar of the ledger: its logs have the totals. */
record LoggedQuarterHelp(Documents documents, KnownSums known, Quarter quarter, long asOf) implements QuarterHelp {

    /** The sums of places, each made again once the help in one of its units is another. */
    static final class KnownSums {

        /** Those of a province and its parts in some twenty quarters. */
        private static final int MOST = 1_000;

        private final ListResults<Place, Totals, ActivitySum> sums = new ListResults<>(MOST, ActivitySum::of);

        /** @param first log of the quarter of one of its units, the same each time */
        private record Place(String first, int units) {}

        ActivitySum of(String first, List<Totals> all) {
            return sums.of(new Place(first, all.size()), all);
        }
    }

    @Override
    public List<ActivityRow> rows(String unit) {
        return ActivityProjector.ACTIVITY.from(unit + "/" + quarter, 0, Integer.MAX_VALUE, asOf, documents);
    }

    @Override
    public Iterator<ActivityRow> each(String unit) {
        return ActivityProjector.ACTIVITY.each(unit + "/" + quarter, asOf, documents);
    }

    @Override
    public Set<String> helped(Collection<String> units) {
        Map<String, String> unitsById = new HashMap<>();
        units.forEach(unit -> unitsById.put(unit + "/" + quarter, unit));
        return ActivityProjector.ACTIVITY.asOf(unitsById.keySet(), asOf, documents).keySet().stream()
                .map(id -> Objects.requireNonNull(unitsById.get(id)))
                .collect(Collectors.toSet());
    }

    @Override
    public void add(Map<String, ActivitySum> sumsByUnit) {
        Map<String, ActivitySum> sums = new HashMap<>();
        sumsByUnit.forEach((unit, sum) -> sums.put(unit + "/" + quarter, sum));
        Map<String, Totals> found = ActivityProjector.ACTIVITY.asOf(sums.keySet(), asOf, documents);
        Map<ActivitySum, List<String>> places = new IdentityHashMap<>();
        sums.forEach((id, sum) -> {
            if (found.containsKey(id)) {
                places.computeIfAbsent(sum, place -> new ArrayList<>()).add(id);
            }
        });
        places.forEach((sum, ids) -> sum.add(known.of(
                ids.getFirst(),
                ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList())));
    }

    @Override
    public List<HelpInUnit> again(Collection<String> units) {
        List<String> ids = units.stream().map(unit -> unit + "/" + quarter).toList();
        Set<String> names = HelpedPlaces.ELSEWHERE.find(ids, documents).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        Set<String> wanted = Set.copyOf(units);
        Map<String, SameHousehold> households = documents.find(SameHousehold.KIND, names);
        Map<String, HelpedInQuarter> found = documents.find(
                HelpedInQuarter.KIND,
                names.stream().map(name -> HelpedInQuarter.id(name, quarter)).toList());
        List<HelpInUnit> again = new ArrayList<>();
        for (String name : names) {
            SameHousehold household = households.get(name);
            String counted = household == null ? name : household.countsAs(asOf);
            Objects.requireNonNull(found.get(HelpedInQuarter.id(name, quarter))).units(asOf).stream()
                    .filter(wanted::contains)
                    .forEach(unit -> again.add(new HelpInUnit(counted, name, unit)));
        }
        return again;
    }
}
