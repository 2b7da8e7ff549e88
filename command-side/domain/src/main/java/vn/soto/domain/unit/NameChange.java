package vn.soto.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.domain.shared.CoWrittenAggregates;

/**
 * The names that a change of a unit claims and releases. Both happen in one commit, after all units. The names come in
 * the order of their ids, so that the same change makes the same commit.
 */
record NameChange(UnitId unit, UnitState before, UnitState after) {

    /** A unit's full name within its parent, as it is claimed; provinces have none. */
    private record Place(UnitId parent, String fullName) {

        static Optional<Place> of(UnitBearing unit) {
            return Optional.ofNullable(unit.parent())
                    .map(above -> new Place(above, FullName.of(unit.kind(), unit.name())));
        }

        String id() {
            return UnitName.idOf(parent, fullName);
        }
    }

    /** @param until first day without the name; absent while the unit has it */
    private record Span(LocalDate from, @Nullable LocalDate until) {}

    private record Write(Place place, Consumer<UnitName> access) {}

    /** Claims and releases the names of a unit as its change demands. */
    static void claim(UnitId unit, UnitState before, UnitState after, CoWrittenAggregates alsoWritten) {
        claim(List.of(new NameChange(unit, before, after)), alsoWritten);
    }

    static void claim(List<NameChange> changes, CoWrittenAggregates alsoWritten) {
        changes.stream()
                .flatMap(NameChange::writes)
                .sorted(Comparator.comparing(write -> write.place().id()))
                .forEach(write ->
                        alsoWritten.change(UnitName.class, write.place().id(), UnitName::new, write.access()));
    }

    private Stream<Write> writes() {
        Map<Place, List<Span>> had = spans(before);
        Map<Place, List<Span>> has = spans(after);
        return Stream.concat(had.keySet().stream(), has.keySet().stream())
                .distinct()
                .flatMap(
                        place -> writes(place, had.getOrDefault(place, List.of()), has.getOrDefault(place, List.of())));
    }

    /** When the unit has each of its names, in order of the days. */
    private static Map<Place, List<Span>> spans(UnitState state) {
        Map<Place, List<Span>> spans = new LinkedHashMap<>();
        Optional<Place> place = Optional.empty();
        for (UnitStep step : state.withdrawn() ? List.<UnitStep>of() : state.steps()) {
            Optional<Place> next = step.change().ends() ? Optional.empty() : Place.of(step.after());
            if (!next.equals(place)) {
                place.ifPresent(old -> end(spans.get(old), step.from()));
                next.ifPresent(name ->
                        spans.computeIfAbsent(name, none -> new ArrayList<>()).add(new Span(step.from(), null)));
                place = next;
            }
        }
        return spans;
    }

    /** A name that another change of its first day replaces was never had. */
    private static void end(@Nullable List<Span> spans, LocalDate day) {
        Span last = Objects.requireNonNull(spans).removeLast();
        if (last.from().isBefore(day)) {
            spans.add(new Span(last.from(), day));
        }
    }

    /**
     * Spans of one name are the same up to the first that the change begins or takes away. Those taken away are released,
     * and the last that stays may end on another day.
     */
    private Stream<Write> writes(Place place, List<Span> had, List<Span> has) {
        int same = 0;
        while (same < Math.min(had.size(), has.size())
                && had.get(same).from().equals(has.get(same).from())) {
            same++;
        }
        Stream.Builder<Write> writes = Stream.builder();
        LocalDate was = same == 0 ? null : had.get(same - 1).until();
        if (same < had.size()) {
            writes.add(releasing(place, was));
        }
        if (same > 0) {
            end(place, was, has.get(same - 1).until()).ifPresent(writes);
        }
        for (Span span : has.subList(same, has.size())) {
            writes.add(claiming(place, span.from()));
            end(place, null, span.until()).ifPresent(writes);
        }
        return writes.build();
    }

    private Optional<Write> end(Place place, @Nullable LocalDate was, @Nullable LocalDate is) {
        if (Objects.equals(was, is)) {
            return Optional.empty();
        }
        return Optional.of(is == null ? claiming(place, Objects.requireNonNull(was)) : releasing(place, is));
    }

    private Write releasing(Place place, @Nullable LocalDate day) {
        return new Write(place, name -> name.release(place.parent(), place.fullName(), unit, day));
    }

    private Write claiming(Place place, LocalDate day) {
        return new Write(place, name -> name.claim(place.parent(), place.fullName(), unit, day));
    }
}
