package vn.soto.query.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.query.projection.Documents;

/** The tree of units as it was known at a commit. */
@Component
public final class Units {

    private static final Comparator<Unit> BY_NAME =
            Comparator.comparing(Unit::name).thenComparing(Unit::id);

    private final Documents documents;

    Units(Documents documents) {
        this.documents = documents;
    }

    public Optional<Unit> find(String unit, long asOf) {
        return documents.find(Unit.KIND, unit).filter(found -> found.from() <= asOf);
    }

    /** Those of the given units that are known, by name. */
    public List<Unit> find(Collection<String> units, long asOf) {
        return documents.find(Unit.KIND, units).values().stream()
                .filter(found -> found.from() <= asOf)
                .sorted(BY_NAME)
                .toList();
    }

    /** The units directly in {@code unit}, by name. */
    public List<Unit> children(String unit, long asOf) {
        List<String> ids = documents.find(Children.KIND, unit).stream()
                .flatMap(children -> children.asOf(asOf))
                .toList();
        return documents.find(Unit.KIND, ids).values().stream().sorted(BY_NAME).toList();
    }

    /** The provinces. */
    public List<Unit> top(long asOf) {
        return children(Children.TOP, asOf);
    }

    /** The unit above all: its children are the provinces. */
    public static String root() {
        return Children.TOP;
    }

    /**
     * For each of the given units, itself and every unit below it. One question for each level of the tree, however wide.
     */
    public Map<String, List<String>> below(Collection<String> units, long asOf) {
        Map<String, List<String>> below = new LinkedHashMap<>();
        Map<String, String> level = new LinkedHashMap<>();
        units.forEach(unit -> level.put(unit, unit));
        while (!level.isEmpty()) {
            level.forEach((unit, ancestor) ->
                    below.computeIfAbsent(ancestor, a -> new ArrayList<>()).add(unit));
            Map<String, Children> found = documents.find(Children.KIND, level.keySet());
            Map<String, String> next = new LinkedHashMap<>();
            level.forEach((unit, ancestor) -> Optional.ofNullable(found.get(unit)).stream()
                    .flatMap(children -> children.asOf(asOf))
                    .forEach(child -> next.put(child, ancestor)));
            level.clear();
            level.putAll(next);
        }
        return below;
    }
}
