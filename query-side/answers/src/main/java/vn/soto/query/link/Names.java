package vn.soto.query.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;

/** The names and places of the ids of an answer, read with one query per kind and one per level of the units. */
final class Names {

    private final Map<IdKind, Set<String>> ids;
    private final Map<IdKind, Map<String, Designated>> found = new EnumMap<>(IdKind.class);
    private final LocalDate day;

    /** @param shown those ids of a kind whose names and places the reader may know */
    Names(
            KnownSubjects subjects,
            Map<IdKind, Set<String>> ids,
            BiFunction<IdKind, Collection<String>, Collection<String>> shown,
            LocalDate day,
            long asOf) {
        this.ids = ids;
        this.day = day;
        for (IdKind kind : IdKind.values()) {
            Set<String> held = ids.getOrDefault(kind, Set.of());
            if (!held.isEmpty() && subjects.areNamed(kind)) {
                found.put(kind, new HashMap<>(subjects.names(kind, shown.apply(kind, held), day, asOf)));
            }
        }
        climb(subjects, asOf);
    }

    /** Reads the units that contain what was found, level by level, and adds them to the ids. */
    private void climb(KnownSubjects subjects, long asOf) {
        Set<String> level = places(
                found.values().stream().flatMap(each -> each.values().stream()).toList());
        while (!level.isEmpty()) {
            Map<String, Designated> above = subjects.names(IdKind.UNIT, level, day, asOf);
            known(IdKind.UNIT, above);
            level = places(above.values());
        }
    }

    private void known(IdKind kind, Map<String, Designated> more) {
        found.computeIfAbsent(kind, k -> new HashMap<>()).putAll(more);
        ids.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(more.keySet());
    }

    /** The units in which subjects lie and that are not known yet. */
    private Set<String> places(Collection<Designated> subjects) {
        Set<String> places = new LinkedHashSet<>();
        subjects.forEach(subject -> {
            String unit = subject.unit();
            if (unit != null && of(IdKind.UNIT, unit).isEmpty()) {
                places.add(unit);
            }
        });
        return places;
    }

    /** The name of a subject; people have none here. */
    Optional<String> called(IdKind kind, String id) {
        return of(kind, id).flatMap(subject -> subject.name(day));
    }

    LocalDate day() {
        return day;
    }

    /** The ids of a kind that answer: all of a kind whose subjects have no designations. */
    Collection<String> known(IdKind kind) {
        Map<String, Designated> subjects = found.get(kind);
        return ids.getOrDefault(kind, Set.of()).stream()
                .filter(id -> subjects == null || subjects.containsKey(id))
                .toList();
    }

    Optional<Designated> of(IdKind kind, String id) {
        return Optional.ofNullable(found.getOrDefault(kind, Map.of()).get(id));
    }

    /** The units that contain a subject, province first. */
    List<String> within(IdKind kind, String id) {
        List<String> within = new ArrayList<>();
        Optional<String> unit = of(kind, id).map(Designated::unit);
        while (unit.isPresent() && !within.contains(unit.get())) {
            within.addFirst(unit.get());
            unit = of(IdKind.UNIT, unit.get()).map(Designated::unit);
        }
        return within;
    }
}
