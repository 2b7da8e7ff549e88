package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.goal.Campaign;
import vn.soto.query.household.Successors;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUps;
import vn.soto.query.unit.Units;

/**
 * The help of some days in the places that made up an area on a day, by the units of that day or of today. Either way
 * each record lies in one place, so both divisions add up to the same total.
 */
@Component
record CampaignPlaces(
        UnitRollUps territories, Activities activities, Successors successors, Dashboards dashboards, Units units) {

    /**
     * A question about the days of a campaign.
     *
     * @param on day whose units make up the area
     */
    record CampaignDays(String unit, LocalDate firstDay, LocalDate lastDay, LocalDate on, LocalDate today, long asOf) {}

    /** Those of a campaign, in the units of its last day, or of today while it lasts, or of the area's own last day. */
    CampaignDays days(Campaign.Version campaign, LocalDate today, long asOf) {
        LocalDate until = today.isBefore(campaign.lastDay()) ? today : campaign.lastDay();
        LocalDate on = units.find(campaign.unit().value(), until, asOf)
                .map(area -> area.lastDayBy(until))
                .orElse(until);
        return new CampaignDays(campaign.unit().value(), campaign.firstDay(), campaign.lastDay(), on, today, asOf);
    }

    /**
     * The figures of some days.
     *
     * @param undated rows made before they named their day, which are in no sum
     */
    record Days(Figures figures, long undated) {}

    /** The help in the area as a whole. */
    Days together(CampaignDays asked) {
        UnitRollUp then = then(asked);
        Sorted sorted = new Sorted(then, then, asked);
        return new Days(
                dashboards.figures(then, asked.asOf, asked.on).total(sorted.total()), sorted.help.undated(then.all()));
    }

    private UnitRollUp then(CampaignDays asked) {
        return territories
                .find(asked.unit, Boundaries.AS_WAS, asked.on, asked.on, asked.asOf)
                .orElseThrow(() -> QueryProblemException.absent("unit", asked.unit));
    }

    record Place(UnitLine unit, Figures figures) {}

    /**
     * @param places    by name; without those in which nothing is counted, where the units are those of today
     * @param area      figures of the area outside all places
     * @param undecided figures of parts whose successor unit is undecided; absent as-was
     */
    record PlacedHelp(
            List<Place> places, Figures area, @Nullable Figures undecided) {}

    PlacedHelp of(CampaignDays asked, Boundaries boundaries) {
        UnitRollUp then = then(asked);
        UnitRollUp shown = boundaries == Boundaries.AS_WAS
                ? then
                : territories
                        .scattered(asked.unit, asked.on, asked.today, asked.asOf)
                        .orElseThrow(() -> QueryProblemException.absent("unit", asked.unit));
        TerritoryFigures standing = dashboards.figures(shown, asked.asOf, asked.on);
        Sorted sorted = new Sorted(then, shown, asked);
        return new PlacedHelp(
                shown.parts().stream()
                        .map(part -> new Place(
                                UnitLine.of(part.unit()),
                                standing.of(part, sorted.sum(part.unit().id()))))
                        .toList(),
                standing.itself(sorted.sum(Sorted.AREA)),
                boundaries == Boundaries.AS_WAS
                                && sorted.rows
                                        .getOrDefault(Sorted.UNDECIDED, List.of())
                                        .isEmpty()
                        ? null
                        : standing.undecided(sorted.sum(Sorted.UNDECIDED)));
    }

    /** Rows by the id of the part in which they count. */
    private final class Sorted {

        static final String AREA = "";
        static final String UNDECIDED = "?";

        private final UnitRollUp shown;
        private final CampaignDays asked;
        private final DatedHelp help;
        private final Map<String, List<ActivityRow>> rows = new HashMap<>();

        Sorted(UnitRollUp then, UnitRollUp shown, CampaignDays asked) {
            this.shown = shown;
            this.asked = asked;
            this.help = activities.between(asked.firstDay, asked.lastDay, asked.asOf);
            Stream.concat(then.all().stream(), then.divided().stream())
                    .distinct()
                    .forEach(this::sort);
        }

        /** Help to a household in a divided place counts in the household's present unit. */
        private void sort(String unit) {
            List<ActivityRow> here = help.rows(unit);
            Map<String, UnitRollUp.Spot> places = shown.divided().contains(unit)
                    ? successors.places(unit, households(here), shown, asked.asOf)
                    : Map.of();
            Optional<UnitRollUp.Spot> whole = shown.divided().contains(unit)
                    ? Optional.empty()
                    : shown.spots().apply(unit);
            for (ActivityRow row : here) {
                Optional.ofNullable(places.get(Objects.requireNonNullElse(row.household(), "")))
                        .or(() -> whole)
                        .map(Sorted::part)
                        .ifPresent(part -> rows.computeIfAbsent(part, p -> new ArrayList<>())
                                .add(row));
            }
        }

        private static Set<String> households(List<ActivityRow> rows) {
            return rows.stream()
                    .map(row -> Objects.requireNonNullElse(row.household(), ""))
                    .collect(Collectors.toSet());
        }

        private static String part(UnitRollUp.Spot spot) {
            return spot.undecided() ? UNDECIDED : Objects.requireNonNullElse(spot.part(), AREA);
        }

        ActivitySum total() {
            return help.sum(rows.values().stream().flatMap(List::stream).toList());
        }

        ActivitySum sum(String part) {
            return help.sum(rows.getOrDefault(part, List.of()));
        }
    }
}
