package vn.soto.domain.unit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.CoWrittenAggregates;

/**
 * Changes of names in one commit, after all units. They come in the order of the names' ids, so that the same change
 * makes the same commit.
 */
final class NameChange {

    /** A unit's full name within its parent, as it is claimed; provinces have none. */
    record Place(UnitId parent, String fullName) {

        static Optional<Place> of(UnitBearing unit) {
            return Optional.ofNullable(unit.parent())
                    .map(above -> new Place(above, FullName.of(unit.kind(), unit.name())));
        }

        String id() {
            return UnitName.idOf(parent, fullName);
        }
    }

    private record Change(Place place, Consumer<UnitName> access) {}

    private NameChange() {}

    /** Replaces the unit's name {@code from} by {@code to}, from that day on. */
    static void move(
            UnitId unit, Optional<Place> from, Optional<Place> to, LocalDate day, CoWrittenAggregates alsoWritten) {
        run(
                Stream.concat(
                        unequal(from, to).map(place -> releasing(unit, place, day)),
                        unequal(to, from).map(place -> claiming(unit, place, day))),
                alsoWritten);
    }

    /** Releases the names of the units from that day on. */
    static void release(Map<UnitId, Place> names, LocalDate day, CoWrittenAggregates alsoWritten) {
        run(names.entrySet().stream().map(name -> releasing(name.getKey(), name.getValue(), day)), alsoWritten);
    }

    /**
     * Undoes a mistaken replacement of {@code from} by {@code to}; the unit has kept {@code from} without interruption.
     */
    static void undo(
            UnitId unit, Optional<Place> from, Optional<Place> to, LocalDate day, CoWrittenAggregates alsoWritten) {
        run(
                Stream.concat(
                        unequal(to, from).map(place -> givingBack(unit, place)),
                        unequal(from, to).map(place -> claiming(unit, place, day))),
                alsoWritten);
    }

    private static Stream<Place> unequal(Optional<Place> place, Optional<Place> other) {
        return place.equals(other) ? Stream.empty() : place.stream();
    }

    private static Change givingBack(UnitId unit, Place place) {
        return new Change(place, name -> name.giveBack(place.parent(), place.fullName(), unit));
    }

    private static Change releasing(UnitId unit, Place place, LocalDate day) {
        return new Change(place, name -> name.release(place.parent(), place.fullName(), unit, day));
    }

    private static Change claiming(UnitId unit, Place place, LocalDate day) {
        return new Change(place, name -> name.claim(place.parent(), place.fullName(), unit, day));
    }

    private static void run(Stream<Change> changes, CoWrittenAggregates alsoWritten) {
        changes.sorted(Comparator.comparing(change -> change.place().id()))
                .forEach(change ->
                        alsoWritten.change(UnitName.class, change.place().id(), UnitName::new, change.access()));
    }
}
