package vn.soto.query.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.query.activity.QuarterHelp.HelpInUnit;

/** Makes counts of households and businesses distinct: those helped in several residential units of a place count once in it. */
final class DistinctHelp {

    private DistinctHelp() {}

    /**
     * Takes away what is counted more than once.
     *
     * @param units  residential units whose help was added to the sums
     * @param placed the sum to which the help of a unit to a household was added, that to others for ""; absent if to none
     */
    static void apply(
            TerritorySums sums,
            Collection<String> units,
            BiFunction<String, String, @Nullable ActivitySum> placed,
            QuarterHelp help) {
        Map<String, List<HelpInUnit>> same =
                help.again(units).stream().collect(Collectors.groupingBy(HelpInUnit::counted));
        for (List<HelpInUnit> each : same.values()) {
            Map<ActivitySum, Integer> times = new HashMap<>();
            each.forEach(helped -> {
                ActivitySum place = placed.apply(helped.unit(), helped.household());
                if (place != null) {
                    times.merge(place, 1, Integer::sum);
                }
            });
            boolean business = each.getFirst().business();
            times.forEach((place, count) -> place.takeAway(business, count - 1));
            sums.countedAgain(business, Math.max(0, times.size() - 1));
        }
    }
}
