package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The units whose figures make up a unit's, in one lens; each is in exactly one place.
 *
 * @param unit      as it is on {@code day}
 * @param day       whose units are shown
 * @param own       those that are the unit itself
 * @param parts     by the units directly in it
 * @param undecided in the unit, but in none of its parts until somebody says where
 */
public record UnitRollUp(
        UnitOnDay unit, Boundaries lens, LocalDate day, List<String> own, List<Part> parts, List<String> undecided) {

    /** @param within that unit and what lies in it */
    public record Part(UnitOnDay unit, List<String> within) {}

    public List<String> all() {
        return Stream.of(own.stream(), parts.stream().map(Part::within).flatMap(Collection::stream), undecided.stream())
                .flatMap(each -> each)
                .toList();
    }
}
