package vn.soto.contracts.access;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;

/**
 * The units whose grants reach a unit on a day, through the successors of both. Both sides ask this one class, so that they
 * agree on who may do what.
 *
 * <p>A grant reaches its unit and the units below it, and the contents of ended units where those count now. If the
 * granted unit itself has ended, the grant reaches each unit that was below it on its last day, wherever that lies now.
 * It also reaches a unit that was made of such units only. A unit that was made of those and of others is not reached,
 * its parts are. It reaches so until somebody takes over, see {@link #takers}.
 */
public final class UnitReach {

    private final Function<UnitId, UnitState> units;
    private final LocalDate day;
    private final UnitLineage lineage;

    /** @param units state of a unit; {@link UnitState#NONE} of one that nobody knows */
    public UnitReach(Function<UnitId, UnitState> units, LocalDate day) {
        this.units = units;
        this.day = day;
        this.lineage = new UnitLineage(this::links);
    }

    private UnitLineage.Links links(UnitId unit) {
        UnitState state = units.apply(unit);
        return isKnown(state) ? state.linksOn(day) : UnitLineage.Links.NONE;
    }

    private static boolean isKnown(UnitState state) {
        return !state.steps().isEmpty();
    }

    /** The units on which a grant reaches what is recorded in this one; this one is among them. */
    public Set<UnitId> reaching(UnitId unit) {
        Set<UnitId> found = past(unit);
        UnitState state = units.apply(unit);
        if (isKnown(state)) {
            List<UnitId> successors = links(unit).successors();
            found.addAll(
                    successors.isEmpty()
                            ? state.parentOn(day).map(this::reaching).orElse(Set.of())
                            : reachingAll(lineage.candidates(unit)));
        }
        return found;
    }

    /** The units on which a grant decides about this one: those that reach it from above. */
    public Set<UnitId> deciding(UnitId unit) {
        UnitState state = units.apply(unit);
        return isKnown(state)
                ? reaching(unit).stream()
                        .filter(each -> !sameTier(state, units.apply(each)))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    /**
     * The units whose officers take over from a grant on a unit that has ended. They are in force above this unit. On
     * its last day they were not in the ended unit nor, if that has a successor, above it. Empty while it is in force.
     */
    public Set<UnitId> takers(UnitId granted, UnitId unit) {
        UnitState ended = units.apply(granted);
        Optional<LocalDate> end = ended.ended().filter(first -> !first.isAfter(day));
        if (!isKnown(ended) || end.isEmpty()) {
            return Set.of();
        }
        LocalDate last = end.get().minusDays(1);
        boolean succeeded = !links(granted).successors().isEmpty();
        return reaching(unit).stream()
                .filter(each -> isKnown(units.apply(each)) && units.apply(each).inForceOn(day))
                .filter(each -> !wasBelow(granted, each, last) && !(succeeded && wasBelow(each, granted, last)))
                .collect(Collectors.toSet());
    }

    private static boolean sameTier(UnitState one, UnitState other) {
        return !isKnown(other) || one.now().kind().sameTierAs(other.now().kind());
    }

    /** If it is undecided in which of several units something lies, a grant reaches it only by reaching all of them. */
    private Set<UnitId> reachingAll(List<UnitId> candidates) {
        return common(candidates, this::reaching);
    }

    private static Set<UnitId> common(List<UnitId> all, Function<UnitId, Set<UnitId>> each) {
        Set<UnitId> common = all.isEmpty() ? new HashSet<>() : new LinkedHashSet<>(each.apply(all.getFirst()));
        all.stream().skip(1).forEach(one -> common.retainAll(each.apply(one)));
        return common;
    }

    /** The unit, those that ended above it, and those that ended above all units of which it was made. */
    private Set<UnitId> past(UnitId unit) {
        Set<UnitId> found = new LinkedHashSet<>(Set.of(unit));
        above(unit, found);
        found.removeIf(each -> !each.equals(unit) && !endedAbove(each, unit));
        found.addAll(common(madeOf(unit), this::past));
        return found;
    }

    /** All units in which it ever lay, through all tiers. */
    private void above(UnitId unit, Set<UnitId> found) {
        for (UnitStep step : units.apply(unit).steps()) {
            UnitId parent = step.after().parent();
            if (parent != null && found.add(parent)) {
                above(parent, found);
            }
        }
    }

    private boolean endedAbove(UnitId ended, UnitId unit) {
        return units.apply(ended)
                .ended()
                .filter(end -> !end.isAfter(day))
                .map(end -> wasBelow(ended, unit, end.minusDays(1)))
                .orElse(false);
    }

    private boolean wasBelow(UnitId upper, UnitId unit, LocalDate on) {
        Optional<UnitId> next = Optional.of(unit);
        while (next.isPresent() && !next.get().equals(upper)) {
            UnitState state = units.apply(next.get());
            next = isKnown(state) && state.inForceOn(on) ? state.parentOn(on) : Optional.empty();
        }
        return next.isPresent();
    }

    /** The units of which it was made on its first day, all of it; empty if it was established out of nothing. */
    private List<UnitId> madeOf(UnitId unit) {
        UnitState state = units.apply(unit);
        if (!isKnown(state) || state.withdrawn()) {
            return List.of();
        }
        LocalDate first = state.steps().getFirst().from();
        boolean anew = state.takenOver().values().stream().allMatch(first::equals);
        return anew ? state.takenOver().keySet().stream().sorted().toList() : List.of();
    }
}
