package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The units whose figures make up a unit's figure, in one choice of boundaries; each is in exactly one place.
 *
 * @param unit      unit on {@code day}
 * @param day       day whose units are shown
 * @param own       residential units and communes that count as the unit itself
 * @param parts     those that count in each unit directly in it
 * @param undecided those that count in the unit and in none of its parts until that is decided
 * @param divided   residential units whose contents are undecided as a whole but may have been decided one by one. They
 *     include those of {@code undecided}, and others from which something may have come
 * @param communes  those units that are communes, which have walk-ins of their own
 * @param spots     places of residential units and communes; absent outside the unit
 * @param then      for a unit that has ended, its contents as it was; what was not in these counts nowhere here
 */
public record UnitRollUp(
        UnitOnDay unit,
        Boundaries boundaries,
        LocalDate day,
        List<String> own,
        List<Part> parts,
        List<String> undecided,
        Set<String> divided,
        Set<String> communes,
        Function<String, Optional<Spot>> spots,
        @Nullable UnitRollUp then) {

    /**
     * A place in the unit.
     *
     * @param part      directly in the unit; absent if it counts as the unit itself or is undecided
     * @param undecided whether it counts in none of the parts
     */
    public record Spot(@Nullable String part, boolean undecided) {

        public static final Spot OWN = new Spot(null, false);
        public static final Spot UNDECIDED = new Spot(null, true);
    }

    /** @param within part and the units in it */
    public record Part(UnitOnDay unit, List<String> within) {}

    /** The same on other days, on which all units are what they are. */
    UnitRollUp on(LocalDate shown, LocalDate inForce) {
        return new UnitRollUp(
                unit,
                boundaries,
                shown,
                own,
                parts,
                undecided,
                divided,
                communes,
                spots,
                then == null ? null : then.on(inForce, inForce));
    }

    public List<String> all() {
        return Stream.of(own.stream(), parts.stream().map(Part::within).flatMap(Collection::stream), undecided.stream())
                .flatMap(each -> each)
                .toList();
    }
}
