package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.Documents;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.AreaReach;
import vn.soto.web.VietnameseOrder;

/** Queries about units as known at a commit, on any day. */
@Component
public record Units(Documents documents) implements AreaReach.Source {

    @Override
    public AreaReach reach(LocalDate day, long asOf) {
        return new UnitAreas(this, day, asOf);
    }

    public Optional<Unit> find(String unit, long asOf) {
        return documents.find(Unit.KIND, unit).filter(found -> known(found, asOf));
    }

    public Optional<UnitOnDay> find(String unit, LocalDate day, long asOf) {
        return documents.find(Unit.KIND, unit).flatMap(found -> found.on(day, asOf));
    }

    public Map<String, UnitOnDay> find(Collection<String> units, LocalDate day, long asOf) {
        Map<String, UnitOnDay> found = new HashMap<>();
        documents
                .find(Unit.KIND, units)
                .forEach((id, unit) -> unit.on(day, asOf).ifPresent(known -> found.put(id, known)));
        return found;
    }

    /** The units that contain a unit on a day, the topmost first; of an ended unit, its last ones. */
    public List<UnitOnDay> ancestors(UnitOnDay unit, LocalDate day, long asOf) {
        List<UnitOnDay> above = new ArrayList<>();
        Optional<UnitOnDay> next = parent(unit, day, asOf);
        while (next.isPresent()) {
            above.addFirst(next.get());
            next = parent(next.get(), day, asOf);
        }
        return List.copyOf(above);
    }

    /** A unit and those that contain it on a day; throws the problem of an absent unit. */
    public List<String> upward(String unit, LocalDate day, long asOf) {
        UnitOnDay found = find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        return Stream.concat(Stream.of(found), ancestors(found, day, asOf).stream())
                .map(UnitOnDay::id)
                .toList();
    }

    private Optional<UnitOnDay> parent(UnitOnDay unit, LocalDate day, long asOf) {
        return Optional.ofNullable(unit.parent()).flatMap(parent -> find(parent, day, asOf));
    }

    /** The units that lie directly in {@code unit} on a day, by name; an ended unit counts in its last parent. */
    public List<UnitOnDay> children(String unit, LocalDate day, long asOf) {
        return byName(find(everIn(List.of(unit), asOf), day, asOf).values().stream()
                .filter(child -> unit.equals(place(child))));
    }

    /** The provinces in force. */
    public List<UnitOnDay> top(LocalDate day, long asOf) {
        return children(Children.TOP, day, asOf).stream()
                .filter(UnitOnDay::inForce)
                .toList();
    }

    /** The units with a code of the national catalogue on a day. */
    public List<UnitOnDay> bearers(String code, LocalDate day, long asOf) {
        return byName(find(UnitProjector.BY_CODE.find(code, documents), day, asOf).values().stream()
                .filter(unit -> unit.inForce() && code.equals(unit.step().officialCode())));
    }

    private static List<UnitOnDay> byName(Stream<UnitOnDay> units) {
        return VietnameseOrder.sorted(units.toList(), UnitOnDay::name, UnitOnDay::id);
    }

    /** The lineage of units up to a day, as known at a commit; each unit is read once. */
    public UnitLineage lineage(LocalDate day, long asOf) {
        return new SuccessionResolver(this, day, asOf).lineage();
    }

    /** The same, where these units are read at once. */
    public UnitLineage lineage(Collection<String> read, LocalDate day, long asOf) {
        SuccessionResolver resolver = new SuccessionResolver(this, day, asOf);
        resolver.read(read);
        return resolver.lineage();
    }

    /** The unit in which what is recorded in a unit counts. */
    public String current(String recorded, LocalDate day, long asOf) {
        return lineage(day, asOf).of(new UnitId(recorded)).unit().value();
    }

    /**
     * The units whose contents count in a unit: first those that wholly became part of it, then itself. There are none
     * if it became part of another one. Over all units, each recorded unit is in exactly one of these lists.
     */
    public List<String> gathered(String unit, LocalDate day, long asOf) {
        return gathered(unit, lineage(day, asOf)).toList();
    }

    /** The residential units whose records make up the lists of a unit: itself, or those in it, each with what became part of it. */
    public List<String> listed(String unit, LocalDate day, long asOf) {
        List<String> residential = residentialIn(unit, day, asOf);
        UnitLineage lineage = lineage(residential, day, asOf);
        return residential.stream()
                .flatMap(each -> gathered(each, lineage))
                .distinct()
                .toList();
    }

    /** The unit if it is residential, or those that lie in it on the day, or lay there last, by name. */
    private List<String> residentialIn(String unit, LocalDate day, long asOf) {
        List<String> below = below(List.of(unit), day, asOf).getOrDefault(unit, List.of());
        return VietnameseOrder.sorted(find(below, day, asOf).values(), UnitOnDay::name, UnitOnDay::id).stream()
                .filter(found -> found.kind().residential())
                .map(UnitOnDay::id)
                .toList();
    }

    static Stream<String> gathered(String unit, UnitLineage lineage) {
        UnitId id = new UnitId(unit);
        return lineage.chain(id).size() > 1
                ? Stream.of()
                : List.copyOf(lineage.gathered(id)).reversed().stream().map(UnitId::value);
    }

    /**
     * The problem of a question to an ended unit whose contents others have now; none if there are no others, or it has
     * not ended.
     */
    public Optional<QueryProblemException> askSuccessors(UnitOnDay unit, LocalDate day, long asOf) {
        if (unit.status() != UnitOnDay.Status.ENDED) {
            return Optional.empty();
        }
        SuccessionResolver resolver = new SuccessionResolver(this, day, asOf);
        List<UnitOnDay> parts = became(unit, resolver, day, asOf).distinct().toList();
        List<UnitOnDay> others = parts.isEmpty()
                ? resolver.find(resolver.resolve(unit.id()).unit()).stream().toList()
                : parts;
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(QueryProblemException.askSuccessors(unit.name(), answering(others)));
    }

    /** Throws the problem of {@link #askSuccessors}. */
    public void lead(UnitOnDay unit, LocalDate day, long asOf) {
        Optional<QueryProblemException> problem = askSuccessors(unit, day, asOf);
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /**
     * The present units of a unit: itself, or those of its successors, or, without any, those of the units that last
     * lay in it.
     */
    private Stream<UnitOnDay> became(UnitOnDay unit, SuccessionResolver resolver, LocalDate day, long asOf) {
        if (!unit.gone()) {
            return Stream.of(unit);
        }
        List<String> next = unit.successors().isEmpty()
                ? children(unit.id(), unit.lastDayBy(day), asOf).stream()
                        .filter(UnitOnDay::inForce)
                        .map(UnitOnDay::id)
                        .toList()
                : unit.successors();
        return next.stream()
                .flatMap(each -> resolver.find(each).stream())
                .flatMap(found -> became(found, resolver, day, asOf));
    }

    static List<QueryProblemException.Place> answering(List<UnitOnDay> found) {
        return found.stream()
                .map(each -> new QueryProblemException.Place(each.id(), each.name()))
                .toList();
    }

    /** The root of the tree: its children are the provinces. */
    public static String root() {
        return Children.TOP;
    }

    /**
     * For each of the given units, itself and every unit below it on a day, as known at a commit. An ended unit lies in
     * its last parent. Makes two queries per level of the tree.
     */
    public Map<String, List<String>> below(Collection<String> units, LocalDate day, long asOf) {
        Map<String, List<String>> below = new LinkedHashMap<>();
        Map<String, String> level = new LinkedHashMap<>();
        units.forEach(unit -> level.put(unit, unit));
        while (!level.isEmpty()) {
            level.forEach((unit, ancestor) ->
                    below.computeIfAbsent(ancestor, a -> new ArrayList<>()).add(unit));
            Map<String, String> next = new LinkedHashMap<>();
            List<String> candidates = everIn(level.keySet(), asOf);
            Map<String, UnitOnDay> found = find(candidates, day, asOf);
            candidates.forEach(id -> Optional.ofNullable(found.get(id))
                    .map(child -> level.get(place(child)))
                    .ifPresent(ancestor -> next.put(id, ancestor)));
            level.clear();
            level.putAll(next);
        }
        return below;
    }

    /** The unit, all units below it on a day, and the units it took over that count in it on that day. */
    public List<String> within(String unit, LocalDate day, long asOf) {
        SuccessionResolver resolver = new SuccessionResolver(this, day, asOf);
        Stream<String> counting = resolver.reachable(unit).stream()
                .filter(id -> resolver.path(id).stream()
                        .flatMap(List::stream)
                        .anyMatch(resolved -> resolved.unit().equals(unit)));
        return Stream.concat(below(List.of(unit), day, asOf).getOrDefault(unit, List.of()).stream(), counting)
                .distinct()
                .toList();
    }

    /** All units that are known at any commit, and that one, in an order that new ones do not change. */
    List<Unit> all(String unit) {
        Map<String, Unit> all = new LinkedHashMap<>();
        List<String> level = List.of(root(), unit);
        while (!level.isEmpty()) {
            Map<String, Unit> found = documents.find(Unit.KIND, level);
            level.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(each -> all.put(id, each)));
            level = everIn(level, Long.MAX_VALUE).stream()
                    .filter(id -> !all.containsKey(id))
                    .toList();
        }
        return List.copyOf(all.values());
    }

    /** The units that ever lay in a unit, or became part of it, and have ended by a day. */
    public List<UnitOnDay> ended(String unit, LocalDate day, long asOf) {
        SuccessionResolver resolver = new SuccessionResolver(this, day, asOf);
        return resolver.reachable(unit).stream()
                .flatMap(id -> resolver.find(id).stream())
                .filter(found -> found.status() == UnitOnDay.Status.ENDED)
                .toList();
    }

    /** The units that lay directly in one of the given units on some day, as known at a commit. */
    List<String> everIn(Collection<String> units, long asOf) {
        Map<String, Children> found = documents.find(Children.KIND, units);
        return units.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .flatMap(children -> children.asOf(asOf))
                .distinct()
                .toList();
    }

    /**
     * A unit that became part of another.
     *
     * @param lastDay its last day
     * @param whole   whether all of it became part of that one
     */
    public record TakenOver(String unit, LocalDate lastDay, boolean whole) {}

    /** The units that a unit took over by a day, and those that they took over, as known at a commit; each once. */
    public List<TakenOver> takenOver(String unit, LocalDate day, long asOf) {
        Map<String, TakenOver> found = new LinkedHashMap<>();
        Deque<TakenOver> open = new ArrayDeque<>(List.of(new TakenOver(unit, day, true)));
        while (!open.isEmpty()) {
            TakenOver next = open.remove();
            documents
                    .find(Unit.KIND, next.unit)
                    .map(successor -> successor.takenBy(day, asOf))
                    .orElse(Stream.of())
                    .map(each -> new TakenOver(
                            each.unit(), each.from().minusDays(1), next.whole && each.by() == UnitChange.MERGED))
                    .filter(each -> found.putIfAbsent(each.unit, each) == null)
                    .forEach(open::add);
        }
        return List.copyOf(found.values());
    }

    static String place(UnitOnDay unit) {
        return Objects.requireNonNullElse(unit.parent(), Children.TOP);
    }

    private static boolean known(Unit unit, long asOf) {
        return Stream.concat(unit.steps().stream(), unit.taken().stream()).anyMatch(each -> each.commit() <= asOf);
    }
}
