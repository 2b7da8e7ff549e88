package vn.soto.query.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.Documents;
import vn.soto.query.household.Household.Residence;
import vn.soto.query.unit.Unit;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUp.Spot;
import vn.soto.query.unit.Units;

/**
 * The successor of a divided unit to which a household belongs: the one into which it was relocated since the division.
 */
@Component
public record Successors(Documents documents, Units units) {

    /**
     * The places in which these households count in a territory, "" for help to none; without places outside.
     *
     * @param unit of {@link UnitRollUp#divided}
     */
    public Map<String, Spot> places(String unit, Collection<String> households, UnitRollUp territory, long asOf) {
        Map<String, String> now = of(unit, households, territory.day(), asOf);
        UnitRollUp then = territory.then();
        Map<String, String> before = then == null ? Map.of() : of(unit, households, then.day(), asOf);
        Map<String, Spot> places = new HashMap<>();
        for (String id : households) {
            if (then == null
                    || then.spots().apply(before.getOrDefault(id, unit)).isPresent()) {
                territory.spots().apply(now.getOrDefault(id, unit)).ifPresent(spot -> places.put(id, spot));
            }
        }
        return places;
    }

    /**
     * The unit in which the past of each of these households counts, for those where that is decided.
     *
     * @param unit residential unit; nothing is to be decided one by one unless its contents are undecided as a whole on that day
     */
    private Map<String, String> of(String unit, Collection<String> households, LocalDate day, long asOf) {
        UnitLineage lineage = units.lineage(day, asOf);
        if (lineage.of(new UnitId(unit)).decided()) {
            return Map.of();
        }
        Map<String, Household> found = new HashMap<>(documents.find(Household.KIND, households));
        List<String> survivors = found.values().stream()
                .flatMap(household -> survivor(household, day, asOf).stream())
                .filter(survivor -> !found.containsKey(survivor))
                .distinct()
                .toList();
        found.putAll(documents.find(Household.KIND, survivors));
        Map<String, String> decided = new HashMap<>();
        for (String id : households) {
            Optional.ofNullable(found.get(id))
                    .map(household ->
                            survivor(household, day, asOf).map(found::get).orElse(household))
                    .flatMap(household -> successor(unit, homes(household, asOf), lineage, day, asOf))
                    .ifPresent(successor -> decided.put(id, successor));
        }
        return decided;
    }

    private static Optional<String> survivor(Household household, LocalDate day, long asOf) {
        return Optional.ofNullable(household.standing(day, asOf).survivor()).map(HouseholdId::value);
    }

    private static List<Residence> homes(Household household, long asOf) {
        return household.homes(asOf);
    }

    /** Follows the relocations, because a successor may have been divided again. */
    private Optional<String> successor(
            String unit, List<Residence> homes, UnitLineage lineage, LocalDate day, long asOf) {
        List<Residence> rest = new ArrayList<>(homes);
        Optional<String> found = Optional.empty();
        String divided = unit;
        while (true) {
            Optional<Residence> next = decision(divided, rest, lineage, day, asOf);
            if (next.isEmpty()) {
                return found;
            }
            divided = next.get().unit().value();
            found = Optional.of(divided);
            if (lineage.of(new UnitId(divided)).decided()) {
                return found;
            }
            rest = rest.subList(rest.indexOf(next.get()), rest.size());
        }
    }

    /** The first move out of a divided unit into one of its successors since it ended. */
    private Optional<Residence> decision(
            String divided, List<Residence> homes, UnitLineage lineage, LocalDate day, long asOf) {
        UnitId last = lineage.of(new UnitId(divided)).unit();
        Optional<LocalDate> end =
                units.find(last.value(), day, asOf).map(UnitOnDay::step).map(Unit.Step::from);
        for (int i = 0; i + 1 < homes.size(); i++) {
            Residence next = homes.get(i + 1);
            LocalDate from = next.effectiveFrom();
            if (lineage.of(homes.get(i).unit()).unit().equals(last)
                    && from != null
                    && end.filter(first -> !from.isBefore(first)).isPresent()
                    && lineage.covering(next.unit()).contains(last)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
