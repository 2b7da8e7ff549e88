package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.query.reading.AreaReach;

/**
 * The units that an area reaches on a day; an area is the unit on which a right is granted. A unit in force reaches
 * what counts in it; what is still to be placed, also where it may go. An ended unit reaches, unit by unit, the
 * contents of its last day, and units made of these alone. Not thread-safe; each answer uses its own instance.
 */
public final class UnitAreas implements AreaReach {

    private final Units units;
    private final LocalDate day;
    private final long asOf;
    private final Map<LocalDate, SuccessionResolver> resolvers = new HashMap<>();
    private final Map<LocalDate, Map<String, Set<String>>> around = new HashMap<>();

    public UnitAreas(Units units, LocalDate day, long asOf) {
        this.units = units;
        this.day = day;
        this.asOf = asOf;
    }

    /** Reads units in one query that are asked about one by one later. */
    @Override
    public void read(Collection<String> asked) {
        on(day).read(asked);
    }

    @Override
    public boolean contains(String area, String unit) {
        if (area.equals(unit)) {
            return true;
        }
        Optional<UnitOnDay> now = on(day).find(area);
        if (now.isEmpty() || now.get().status() == UnitOnDay.Status.WITHDRAWN) {
            return false;
        }
        return !now.get().gone()
                ? around(unit, day).contains(area)
                : containedAtLast(area, now.get().step().from().minusDays(1), unit, new HashSet<>());
    }

    /** @param seen units looked at, against cycles */
    private boolean containedAtLast(String area, LocalDate lastDay, String unit, Set<String> seen) {
        if (!seen.add(unit)) {
            return false;
        }
        Optional<UnitOnDay> then = on(lastDay).find(unit);
        if (then.isEmpty()) {
            return false;
        }
        if (then.get().status() != UnitOnDay.Status.PLANNED) {
            return around(unit, lastDay).contains(area);
        }
        // A younger unit is reached if all of which it was made is.
        Set<String> taken = new HashSet<>();
        then.get().unit().takenBy(day, asOf).forEach(each -> taken.add(each.unit()));
        return !taken.isEmpty() && taken.stream().allMatch(each -> containedAtLast(area, lastDay, each, seen));
    }

    /** The units in force whose officers take over what a grant on a unit that has ended reaches here, as the command side finds them. */
    @Override
    public Set<String> takers(String area, String unit) {
        Optional<UnitOnDay> ended = on(day).find(area).filter(found -> found.status() == UnitOnDay.Status.ENDED);
        if (ended.isEmpty()) {
            return Set.of();
        }
        LocalDate last = ended.get().lastDayBy(day);
        Set<String> above = ended.get().successors().isEmpty() ? Set.of() : around(area, last);
        return around(unit, day).stream()
                .filter(each -> isInForce(each, day) && !above.contains(each))
                .filter(each -> !(isInForce(each, last) && around(each, last).contains(area)))
                .collect(Collectors.toSet());
    }

    private boolean isInForce(String unit, LocalDate on) {
        return on(on).find(unit).filter(UnitOnDay::inForce).isPresent();
    }

    /** The unit and the units in which its contents count on a day, or may count once that is decided. */
    @Override
    public Set<String> containing(String unit, LocalDate on) {
        Set<String> found = new HashSet<>(around(unit, on));
        found.remove(Units.root());
        return found;
    }

    /** The units in which the contents of a unit count on a day, or may count once that is decided. */
    private Set<String> around(String unit, LocalDate on) {
        Map<String, Set<String>> known = around.computeIfAbsent(on, d -> new HashMap<>());
        Set<String> found = known.get(unit);
        if (found == null) {
            found = new HashSet<>(Set.of(unit));
            climb(unit, on(on), found);
            known.put(unit, found);
        }
        return found;
    }

    private static void climb(String unit, SuccessionResolver resolver, Set<String> found) {
        SuccessionResolver.ResolvedUnit resolved = resolver.resolve(unit);
        if (resolved.undecided()) {
            for (String candidate : resolver.candidates(unit)) {
                if (found.add(candidate)) {
                    climb(candidate, resolver, found);
                }
            }
        }
        String above = resolved.unit();
        while (!above.equals(Units.root()) && (above.equals(unit) || found.add(above))) {
            String place = resolver.find(above).map(Units::place).orElse(Units.root());
            above = resolver.resolve(place).unit();
            if (above.equals(unit)) {
                return;
            }
        }
    }

    private SuccessionResolver on(LocalDate on) {
        return resolvers.computeIfAbsent(on, d -> new SuccessionResolver(units, d, asOf));
    }
}
