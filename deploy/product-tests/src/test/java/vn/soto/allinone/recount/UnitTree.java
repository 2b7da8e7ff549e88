package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The units of a day: what each was called, where it lay and what had become of it. */
final class UnitTree {

    /** Above the provinces. */
    static final String TOP = "";

    private static final Set<String> RESIDENTIAL = Set.of("NEIGHBOURHOOD", "HAMLET", "VILLAGE", "RESIDENTIAL_GROUP");

    /** A change and what the unit was from then on. */
    private record Step(
            String change, LocalDate from, String kind, String name, String parent, List<String> successors) {}

    /** A unit on the day. */
    record State(String status, String kind, String name, String parent, List<String> successors, LocalDate since) {

        boolean gone() {
            return status.equals("ENDED") || status.equals("WITHDRAWN");
        }

        boolean residential() {
            return RESIDENTIAL.contains(kind);
        }
    }

    private final Map<String, State> states = new LinkedHashMap<>();

    /** The unit in which something counts, or no known part of it. */
    record Spot(String unit, boolean undecided) {}

    static UnitTree of(RawLedger ledger, LocalDate day) {
        Map<String, List<RawEvent>> standing = new LinkedHashMap<>();
        Map<String, Step> first = new LinkedHashMap<>();
        ledger.of("unit.").forEach(event -> {
            List<RawEvent> changes = standing.computeIfAbsent(event.text("/unit"), id -> new ArrayList<>());
            if (event.is("unit.change-undone")) {
                changes.removeLast();
            } else if (!event.is("unit.took-over", "unit.take-over-undone")) {
                first.putIfAbsent(event.text("/unit"), step(event, null));
                changes.add(event);
                changes.sort(Comparator.comparing(change -> change.day("/effectiveFrom")));
            }
        });
        UnitTree tree = new UnitTree();
        standing.forEach((id, changes) ->
                tree.states.put(id, state(steps(changes), Objects.requireNonNull(first.get(id)), day)));
        return tree;
    }

    /** The unit after each change; a change keeps the values of earlier days that it does not state. */
    private static List<Step> steps(List<RawEvent> changes) {
        List<Step> steps = new ArrayList<>();
        changes.forEach(change -> steps.add(step(change, steps.isEmpty() ? null : steps.getLast())));
        return steps;
    }

    private static Step step(RawEvent event, @Nullable Step before) {
        return new Step(
                event.name().substring("unit.".length()).toUpperCase(Locale.ROOT),
                event.day("/effectiveFrom"),
                said(event, "/kind", before == null ? TOP : before.kind),
                said(event, "/name", before == null ? TOP : before.name),
                said(event, "/parent", before == null ? TOP : before.parent),
                event.is("unit.merged") ? List.of(event.text("/into")) : event.texts("/into"));
    }

    private static String said(RawEvent event, String pointer, String before) {
        return Objects.requireNonNullElse(event.textIfAny(pointer), before);
    }

    private static State state(List<Step> steps, Step first, LocalDate day) {
        if (steps.isEmpty()) {
            return new State("WITHDRAWN", first.kind, first.name, first.parent, List.of(), first.from);
        }
        Step reached = steps.reversed().stream()
                .filter(step -> !step.from.isAfter(day))
                .findFirst()
                .orElse(null);
        Step shown = reached == null ? steps.getFirst() : reached;
        boolean ended =
                reached != null && Set.of("MERGED", "SPLIT", "ABOLISHED").contains(reached.change);
        String status = reached == null ? "PLANNED" : ended ? "ENDED" : "IN_FORCE";
        return new State(
                status, shown.kind, shown.name, shown.parent, ended ? shown.successors : List.of(), shown.from);
    }

    Set<String> units() {
        return states.keySet();
    }

    State state(String unit) {
        return Objects.requireNonNull(states.get(unit), unit);
    }

    /** The unit and those above it as they lie, without following what became of them. */
    List<String> upwards(String unit) {
        List<String> path = new ArrayList<>();
        for (String each = unit; !each.equals(TOP); each = state(each).parent) {
            path.add(each);
        }
        return path;
    }

    /** Whether a unit lies in another, or lay in it last, or its contents count in it. */
    boolean within(String part, String unit) {
        return upwards(part).contains(unit)
                || path(part).stream().anyMatch(spot -> spot.unit().equals(unit));
    }

    /** The unit, the one that it became as a whole, the one that this became, and so on. */
    List<String> chain(String unit) {
        List<String> chain = new ArrayList<>(List.of(unit));
        List<String> successors = state(unit).gone() ? state(unit).successors : List.of();
        Set<String> ends = new LinkedHashSet<>();
        successors.forEach(each -> ends.add(chain(each).getLast()));
        if (successors.size() == 1) {
            chain.addAll(chain(successors.getFirst()));
        } else if (ends.size() == 1) {
            chain.addAll(ends);
        }
        return chain;
    }

    /** Units of which it was made, wholly or in part, at any distance. */
    private void origins(String unit, Set<String> found) {
        states.forEach((id, state) -> {
            if (state.successors.contains(unit) && found.add(id)) {
                origins(id, found);
            }
        });
    }

    /** The units whose teams work in it. */
    Set<String> covering(String unit) {
        Set<String> covering = new LinkedHashSet<>(chain(unit));
        origins(unit, covering);
        return covering;
    }

    /** Whether a team with this area works for the records of a unit: in it, or in each unit that its parts have become. */
    boolean works(Collection<String> area, String unit) {
        return covering(unit).stream().anyMatch(area::contains)
                || (isDivided(unit)
                        && ends(unit).allMatch(end -> covering(end).stream().anyMatch(area::contains)));
    }

    private boolean isDivided(String unit) {
        List<String> successors = state(unit).successors;
        return successors.size() > 1 || (successors.size() == 1 && isDivided(successors.getFirst()));
    }

    private Stream<String> ends(String unit) {
        List<String> successors = state(unit).successors;
        return successors.isEmpty() ? Stream.of(unit) : successors.stream().flatMap(this::ends);
    }

    /** The unit that contains what is recorded in a unit, the unit above that, and so on to the top. */
    List<Spot> path(String unit) {
        List<Spot> path = new ArrayList<>();
        Spot spot = spot(unit);
        while (!spot.unit.equals(TOP)) {
            path.add(spot);
            spot = spot(state(spot.unit).parent);
        }
        path.add(spot);
        return path;
    }

    /** The unit in force in which what is recorded in a unit counts. */
    Spot spot(String unit) {
        if (unit.equals(TOP)) {
            return new Spot(TOP, false);
        }
        String last = chain(unit).getLast();
        State end = state(last);
        if (!end.gone()) {
            return new Spot(last, false);
        }
        return new Spot(end.successors.isEmpty() ? spot(end.parent).unit : shared(end.successors), true);
    }

    /** The smallest unit that contains all of them. */
    private String shared(List<String> units) {
        List<String> shared = new ArrayList<>(units(units.getFirst()));
        units.forEach(unit -> shared.retainAll(units(unit)));
        return shared.getFirst();
    }

    private List<String> units(String unit) {
        return path(unit).stream().map(Spot::unit).toList();
    }

    /**
     * The place of the past of a household that was recorded in a divided unit: the successor into which it moved
     * since, if any.
     */
    String successor(String unit, List<HouseholdBook.Home> homes) {
        String counts = unit;
        int next = 0;
        while (state(chain(counts).getLast()).gone()) {
            String divided = chain(counts).getLast();
            int move = next;
            while (move + 1 < homes.size() && !decides(divided, homes.get(move), homes.get(move + 1))) {
                move++;
            }
            if (move + 1 >= homes.size()) {
                return counts;
            }
            next = move + 1;
            counts = homes.get(next).unit();
        }
        return counts;
    }

    private boolean decides(String divided, HouseholdBook.Home from, HouseholdBook.Home to) {
        LocalDate moved = to.from();
        return chain(from.unit()).getLast().equals(divided)
                && moved != null
                && !moved.isBefore(state(divided).since)
                && covering(to.unit()).contains(divided);
    }
}
