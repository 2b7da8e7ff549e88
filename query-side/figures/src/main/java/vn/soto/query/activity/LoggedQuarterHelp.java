package vn.soto.query.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;
import vn.soto.projection.KeptResults;
import vn.soto.query.assistance.HelpedInQuarter;
import vn.soto.query.period.StoredQuarters;

/** A quarter by the calendar of the ledger: its logs have the totals. */
record LoggedQuarterHelp(Documents documents, StoredQuarters stored, KnownSums known, Quarter quarter, long asOf)
        implements QuarterHelp {

    /** The sums of places. Once there is other help in a unit, that alone is read again. */
    static final class KnownSums {

        /** Those of a province and its parts in some twenty quarters. */
        private static final int MOST = 1_000;

        private final KeptResults<Place, PlaceHelp> sums =
                new KeptResults<>(MOST, List.of(ActivityProjector.ACTIVITY.changing()));
        private final KeptResults<Place, Set<String>> elsewhere =
                new KeptResults<>(MOST, List.of(HelpedPlaces.ELSEWHERE.documents()));

        private record Place(Set<String> units, Quarter quarter) {

            List<String> logs() {
                return units.stream().map(unit -> unit + "/" + quarter).toList();
            }
        }

        private record PlaceHelp(Map<String, Totals> byLog, ActivitySum sum) {

            static PlaceHelp of(Map<String, Totals> byLog) {
                return new PlaceHelp(byLog, ActivitySum.of(byLog.values()));
            }

            PlaceHelp with(Collection<String> logs, Map<String, Totals> found) {
                Map<String, Totals> others = new HashMap<>(byLog);
                others.keySet().removeAll(logs);
                others.putAll(found);
                return of(others);
            }
        }

        /** One that is never changed. */
        ActivitySum of(Set<String> units, Quarter quarter, long asOf, Documents documents) {
            Place place = new Place(units, quarter);
            return sums.of(
                            place,
                            asOf,
                            documents,
                            () -> PlaceHelp.of(found(place.logs(), asOf, documents)),
                            (known, written) -> {
                                List<String> logs = written.getFirst().stream()
                                        .filter(log -> units.contains(log.substring(0, log.lastIndexOf('/')))
                                                && log.endsWith("/" + quarter))
                                        .toList();
                                return logs.isEmpty() ? known : known.with(logs, found(logs, asOf, documents));
                            })
                    .sum;
        }

        private static Map<String, Totals> found(Collection<String> logs, long asOf, Documents documents) {
            return ActivityProjector.ACTIVITY.asOf(logs, asOf, documents);
        }

        /** Those helped in the units and elsewhere, as known at any commit. */
        Set<String> elsewhere(Set<String> units, Quarter quarter, Documents documents) {
            Place place = new Place(units, quarter);
            return elsewhere.of(
                    place,
                    Long.MAX_VALUE,
                    documents,
                    () -> HelpedPlaces.ELSEWHERE.find(place.logs(), documents).values().stream()
                            .flatMap(List::stream)
                            .collect(Collectors.toUnmodifiableSet()));
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
        IdentityHashMap<ActivitySum, Set<String>> places = new IdentityHashMap<>();
        sumsByUnit.forEach((unit, sum) ->
                places.computeIfAbsent(sum, place -> new HashSet<>()).add(unit));
        places.forEach((sum, units) -> sum.add(known.of(units, quarter, asOf, documents)));
    }

    @Override
    public List<HelpInUnit> again(Collection<String> units) {
        Set<String> wanted = Set.copyOf(units);
        Set<String> names = known.elsewhere(wanted, quarter, documents);
        Map<String, SameHousehold> households = documents.find(SameHousehold.KIND, names);
        Map<String, HelpedInQuarter> found = HelpedInQuarter.find(names, List.of(quarter), stored, documents).stream()
                .collect(Collectors.toMap(HelpedInQuarter::helped, each -> each));
        List<HelpInUnit> again = new ArrayList<>();
        for (String name : names) {
            SameHousehold household = households.get(name);
            String counted = household == null ? name : household.countsAs(asOf);
            Objects.requireNonNull(found.get(name)).units(asOf).stream()
                    .filter(wanted::contains)
                    .forEach(unit -> again.add(new HelpInUnit(counted, name, unit)));
        }
        return again;
    }
}
