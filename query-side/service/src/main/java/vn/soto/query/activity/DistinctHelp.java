package vn.soto.query.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;

/** Makes counts of households and businesses distinct: those helped in several residential units of a place count once in it. */
@Component
final class DistinctHelp {

    private static final String BUSINESS = "business:";

    private final Documents documents;

    DistinctHelp(Documents documents) {
        this.documents = documents;
    }

    /**
     * A household or business in one residential unit.
     *
     * @param counted as which household or business it counts
     */
    private record HelpInUnit(String counted, String name, String unit) {

        boolean business() {
            return name.startsWith(BUSINESS);
        }

        String household() {
            return business() ? "" : name;
        }
    }

    /**
     * Takes away what is counted more than once.
     *
     * @param units  residential units whose help was added to the sums
     * @param placed the sum to which the help of a unit to a household was added, that to others for ""; absent if to none
     */
    void apply(
            TerritorySums sums,
            Collection<String> units,
            BiFunction<String, String, @Nullable ActivitySum> placed,
            Quarter quarter,
            long asOf) {
        Map<String, List<HelpInUnit>> same =
                again(units, quarter, asOf).stream().collect(Collectors.groupingBy(helped -> helped.counted));
        for (List<HelpInUnit> each : same.values()) {
            Map<ActivitySum, Integer> times = new HashMap<>();
            each.forEach(helped -> {
                ActivitySum place = placed.apply(helped.unit, helped.household());
                if (place != null) {
                    times.merge(place, 1, Integer::sum);
                }
            });
            boolean business = each.getFirst().business();
            times.forEach((place, count) -> place.takeAway(business, count - 1));
            sums.countedAgain(business, Math.max(0, times.size() - 1));
        }
    }

    private List<HelpInUnit> again(Collection<String> units, Quarter quarter, long asOf) {
        List<String> ids = units.stream().map(unit -> unit + "/" + quarter).toList();
        Set<String> names = documents.find(DistinctHelpProjector.ELSEWHERE, ids).values().stream()
                .flatMap(list -> list.ids().stream())
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
