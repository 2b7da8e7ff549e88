package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.soto.query.unit.ReorganisedLife.Help;
import vn.soto.query.unit.ReorganisedLife.HouseholdLife;
import vn.soto.query.unit.ReorganisedLife.UnitLife;

/**
 * Counts by hand the units in which the households and the help of a {@link ReorganisedLife} count, by the units of a
 * day. It looks at one household after the other and climbs from the unit of its record.
 */
final class ReorganisedCount {

    private static final String UNDECIDED = "?";

    private final ReorganisedLife life;
    private final LocalDate shown;

    /** @param shown day whose units count */
    ReorganisedCount(ReorganisedLife life, LocalDate shown) {
        this.life = life;
        this.shown = shown;
    }

    /** The counts of a place. */
    record Counted(int registered, int assigned, int records, Set<String> helped) {

        private static final Counted NONE = new Counted(0, 0, 0, Set.of());

        private Counted plus(Counted other) {
            Set<String> both = new HashSet<>(helped);
            both.addAll(other.helped);
            return new Counted(registered + other.registered, assigned + other.assigned, records + other.records, both);
        }
    }

    /** Of a unit for a quarter: by part, "" for what counts as the unit itself, "?" for what is undecided. */
    Map<String, Counted> in(String unit, LocalDate first, LocalDate last) {
        Map<String, Counted> counted = new HashMap<>();
        life.households.forEach((id, household) -> counted(household, last)
                .ifPresent(count -> place(unit, last, home(household, last), Optional.of(id))
                        .ifPresent(place -> counted.merge(place, count, Counted::plus))));
        for (Help help : life.helps) {
            LocalDate end = first.plusMonths(3).minusDays(1);
            if (!help.day().isBefore(first) && !help.day().isAfter(end)) {
                Counted one = new Counted(
                        0,
                        0,
                        1,
                        help.household().map(this::survivor).map(Set::of).orElse(Set.of()));
                place(unit, last, help.unit(), help.household().map(this::survivor))
                        .ifPresent(place -> counted.merge(place, one, Counted::plus));
            }
        }
        return counted;
    }

    static Counted total(Map<String, Counted> parts) {
        return parts.values().stream().reduce(Counted.NONE, Counted::plus);
    }

    private String survivor(String household) {
        String survivor = household(household).survivor;
        return survivor == null ? household : survivor;
    }

    private HouseholdLife household(String household) {
        return Objects.requireNonNull(life.households.get(household));
    }

    private Optional<Counted> counted(HouseholdLife household, LocalDate day) {
        LocalDate first = household.entered;
        for (Map.Entry<LocalDate, ?> charge : household.charges) {
            boolean responsible = ((Optional<?>) charge.getValue()).isPresent();
            first = responsible && charge.getKey().isBefore(first) ? charge.getKey() : first;
        }
        LocalDate helped = household.helpedFirst;
        first = helped != null && helped.isBefore(first) ? helped : first;
        boolean here = last(household.here, day).orElse(true);
        if (household.survivor != null || day.isBefore(first) || !here) {
            return Optional.empty();
        }
        boolean acts = last(household.charges, day)
                .flatMap(charge -> charge)
                .filter(charge -> {
                    LocalDate left = life.left.get(charge.member().value());
                    return left == null || !day.isAfter(left);
                })
                .isPresent();
        return Optional.of(new Counted(1, acts ? 1 : 0, 0, Set.of()));
    }

    private static <T> Optional<T> last(List<Map.Entry<LocalDate, T>> dated, LocalDate day) {
        return dated.reversed().stream()
                .filter(each -> !each.getKey().isAfter(day))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static String home(HouseholdLife household, LocalDate day) {
        return last(household.homes, day).orElseThrow();
    }

    /** The part of the unit in which something counts; empty if it does not count in the unit. */
    private Optional<String> place(String asked, LocalDate last, String recorded, Optional<String> household) {
        UnitLife unit = life.life(asked);
        String placed = household.map(id -> placed(recorded, id)).orElse(recorded);
        if (!endedBy(unit)) {
            return position(asked, path(placed));
        }
        LocalDate lastDay = Objects.requireNonNull(unit.ended).minusDays(1);
        ReorganisedCount then = new ReorganisedCount(life, lastDay.isBefore(last) ? lastDay : last);
        String placedThen = household.map(id -> then.placed(recorded, id)).orElse(recorded);
        return position(asked, then.path(placedThen)).isPresent() ? scattered(unit, path(placed)) : Optional.empty();
    }

    private static Optional<String> position(String asked, List<Step> path) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).unit.equals(asked)) {
                return Optional.of(path.get(i).undecided ? UNDECIDED : i == 0 ? "" : path.get(i - 1).unit);
            }
        }
        return Optional.empty();
    }

    private Optional<String> scattered(UnitLife asked, List<Step> path) {
        for (Step step : path) {
            if (step.undecided || step.unit.isEmpty()) {
                return Optional.of(UNDECIDED);
            }
            if (asked.kind.residential() || !life.life(step.unit).kind.residential()) {
                return Optional.of(step.unit);
            }
        }
        return Optional.empty();
    }

    private boolean endedBy(UnitLife unit) {
        return unit.ended != null && !unit.ended.isAfter(shown);
    }

    /** @param undecided whether the contents are in the unit but in no known part of it */
    private record Step(String unit, boolean undecided) {}

    /** From the unit in which what is recorded in a unit counts up to "" above the province. */
    private List<Step> path(String recorded) {
        List<Step> path = new ArrayList<>();
        Step step = where(recorded);
        while (!step.unit.isEmpty()) {
            path.add(step);
            step = where(last(life.life(step.unit).parents, shown)
                    .orElse(life.life(step.unit).parents.getFirst().getValue()));
        }
        path.add(step);
        return path;
    }

    private Step where(String unit) {
        if (unit.isEmpty()) {
            return new Step("", false);
        }
        String last = certain(unit);
        UnitLife known = life.life(last);
        if (!endedBy(known)) {
            return new Step(last, false);
        }
        if (known.successors.isEmpty()) {
            return new Step(where(known.parents.getLast().getValue()).unit, true);
        }
        List<String> shared = new ArrayList<>(above(known.successors.getFirst()));
        known.successors.forEach(each -> shared.retainAll(above(each)));
        return new Step(shared.getFirst(), true);
    }

    private List<String> above(String unit) {
        return path(unit).stream().map(Step::unit).toList();
    }

    /** The last unit of which it is certain that it contains what is recorded in a unit. */
    private String certain(String unit) {
        UnitLife known = life.life(unit);
        Set<String> ends = new HashSet<>();
        if (endedBy(known)) {
            known.successors.forEach(each -> ends.add(certain(each)));
        }
        return ends.size() == 1 ? ends.iterator().next() : unit;
    }

    /** The units in which contents of a unit may be, if it ended. */
    List<String> candidates(String unit) {
        UnitLife known = life.life(unit);
        List<String> successors = known.successors;
        return endedBy(known)
                ? successors.stream()
                        .flatMap(each -> candidates(each).stream())
                        .distinct()
                        .toList()
                : List.of(unit);
    }

    /** Whether a unit, or what it became as a whole, was made of another one. */
    private boolean madeOf(String unit, String of) {
        return reaches(of, unit) || (reaches(unit, of) && certain(unit).equals(certain(of)));
    }

    private boolean reaches(String from, String unit) {
        UnitLife known = life.life(from);
        List<String> successors = known.successors;
        return from.equals(unit) || (endedBy(known) && successors.stream().anyMatch(each -> reaches(each, unit)));
    }

    /** The unit into which a household went out of a divided unit; where it is recorded if that is not decided. */
    private String placed(String recorded, String household) {
        List<Map.Entry<LocalDate, String>> homes = household(household).homes;
        String at = recorded;
        int from = 0;
        while (endedBy(life.life(certain(at)))) {
            String divided = certain(at);
            LocalDate ended = Objects.requireNonNull(life.life(divided).ended);
            int next = -1;
            for (int i = from; i + 1 < homes.size() && next < 0; i++) {
                Map.Entry<LocalDate, String> home = homes.get(i + 1);
                if (certain(homes.get(i).getValue()).equals(divided)
                        && !home.getKey().isBefore(ended)
                        && madeOf(home.getValue(), divided)) {
                    next = i + 1;
                }
            }
            if (next < 0) {
                return at;
            }
            at = homes.get(next).getValue();
            from = next;
        }
        return at;
    }
}
