package vn.soto.contracts.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The successors of units up to a day, and the units of which they were made. A record in a unit with one successor
 * counts in that successor, and so on. With several successors or none its new unit is undecided, unless all of them
 * have become one unit since. The rules of commands and every list and count ask this one class, so they name the same
 * unit for a household.
 */
public final class UnitLineage {

    private final Function<UnitId, Links> links;

    /** @param links neighbours of a unit on the day in question */
    public UnitLineage(Function<UnitId, Links> links) {
        this.links = links;
    }

    /**
     * Neighbours of a unit on a day.
     *
     * @param gone         whether it has ended or is withdrawn
     * @param successors   those of a unit that has ended, in the order of the decision
     * @param predecessors units that it has taken over, wholly or in part
     */
    public record Links(boolean gone, List<UnitId> successors, Set<UnitId> predecessors) {

        /** Neighbours of a unit about which nothing is known. */
        public static final Links NONE = new Links(false, List.of(), Set.of());

        public Links {
            successors = List.copyOf(successors);
            predecessors = Set.copyOf(predecessors);
        }
    }

    /**
     * The unit in which the contents of a unit count.
     *
     * @param unit    last unit that certainly contains them
     * @param decided whether that unit goes on; otherwise their new unit is a decision about each of them
     */
    public record Destination(UnitId unit, boolean decided) {}

    /** The unit in which a record made in a unit counts. */
    public Destination of(UnitId recorded) {
        UnitId last = chain(recorded).getLast();
        return new Destination(last, !links.apply(last).gone());
    }

    /** The unit, the one that it became as a whole, the one that this became, and so on. */
    public List<UnitId> chain(UnitId unit) {
        List<UnitId> chain = new ArrayList<>(List.of(unit));
        Optional<UnitId> next = whole(unit);
        while (next.isPresent()) {
            chain.add(next.get());
            next = whole(next.get());
        }
        return chain;
    }

    /** The unit that another became as a whole: its only successor, or the one in which all its successors were united again. */
    private Optional<UnitId> whole(UnitId unit) {
        List<UnitId> successors = links.apply(unit).gone() ? links.apply(unit).successors() : List.of();
        if (successors.size() < 2) {
            return successors.stream().findFirst();
        }
        List<UnitId> last = successors.stream()
                .map(successor -> chain(successor).getLast())
                .distinct()
                .toList();
        return last.size() == 1 ? Optional.of(last.getFirst()) : Optional.empty();
    }

    /**
     * The units whose teams work for records made in a unit. These are the unit, the units it became as a whole, and
     * those of which it was made. A team keeps what became of its unit until it is consolidated.
     */
    public Set<UnitId> covering(UnitId recorded) {
        Set<UnitId> covering = new LinkedHashSet<>(chain(recorded));
        predecessors(recorded, covering);
        return covering;
    }

    /**
     * Whether a team with this coverage works for a record made in a unit. It does through one of {@link #covering},
     * or, if the unit was divided, through each unit that its parts have become. So a further succession never takes a
     * record away from a team.
     */
    public boolean covers(Predicate<UnitId> coverage, UnitId recorded) {
        return covering(recorded).stream().anyMatch(coverage)
                || (isDivided(recorded)
                        && last(recorded)
                                .allMatch(each -> covering(each).stream().anyMatch(coverage)));
    }

    /** The units of which a team covers at least one if it works for what is recorded in a unit. */
    public Set<UnitId> mayCover(UnitId recorded) {
        Set<UnitId> through = covering(recorded);
        last(recorded).forEach(each -> through.addAll(covering(each)));
        return through;
    }

    private boolean isDivided(UnitId unit) {
        List<UnitId> successors = links.apply(unit).successors();
        return successors.size() > 1 || (successors.size() == 1 && isDivided(successors.getFirst()));
    }

    /** The units without successors at the end of all ways from a unit, whether they are still there or not. */
    private Stream<UnitId> last(UnitId unit) {
        List<UnitId> successors = links.apply(unit).successors();
        return successors.isEmpty()
                ? Stream.of(unit)
                : successors.stream().flatMap(this::last).distinct();
    }

    private void predecessors(UnitId unit, Set<UnitId> found) {
        for (UnitId predecessor : links.apply(unit).predecessors()) {
            if (found.add(predecessor)) {
                predecessors(predecessor, found);
            }
        }
    }

    /** The possible units of contents of an ended unit, all still there; empty if it ended without a successor. */
    public List<UnitId> candidates(UnitId ended) {
        return last(ended).filter(each -> !links.apply(each).gone()).toList();
    }

    /** The unit and all units whose contents count in it or, if it has ended, counted in it last. */
    public Set<UnitId> gathered(UnitId unit) {
        Set<UnitId> gathered = new LinkedHashSet<>();
        gather(unit, unit, gathered);
        return gathered;
    }

    private void gather(UnitId unit, UnitId into, Set<UnitId> gathered) {
        gathered.add(unit);
        links.apply(unit).predecessors().stream()
                .filter(predecessor ->
                        !gathered.contains(predecessor) && chain(predecessor).contains(into))
                .sorted()
                .forEach(predecessor -> gather(predecessor, into, gathered));
    }

    /** The units in whose name a team with this coverage works: the reverse of {@link #covers}. */
    public Set<UnitId> served(Collection<UnitId> coverage) {
        Set<UnitId> served = new LinkedHashSet<>();
        for (UnitId unit : coverage) {
            served.addAll(gathered(unit));
            successors(unit, served);
        }
        Set<UnitId> before = new LinkedHashSet<>();
        served.forEach(unit -> predecessors(unit, before));
        before.stream()
                .filter(unit -> !served.contains(unit) && covers(coverage::contains, unit))
                .toList()
                .forEach(served::add);
        return served;
    }

    private void successors(UnitId unit, Set<UnitId> found) {
        for (UnitId successor : links.apply(unit).successors()) {
            found.add(successor);
            successors(successor, found);
        }
    }
}
