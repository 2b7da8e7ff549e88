package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The units whose figures make up a unit's figure, in one choice of boundaries; each is in exactly one place.
 *
 * @param unit      unit on {@code day}
 * @param day       day whose units are shown
 * @param own       units that count as the unit itself
 * @param parts     units that count in each unit directly in it
 * @param undecided units that count in the unit and in none of its parts until that is decided
 */
public record UnitRollUp(
        UnitOnDay unit,
        Boundaries boundaries,
        LocalDate day,
        List<String> own,
        List<Part> parts,
        List<String> undecided) {

    /** @param within part and the units in it */
    public record Part(UnitOnDay unit, List<String> within) {}

    public List<String> all() {
        return Stream.of(own.stream(), parts.stream().map(Part::within).flatMap(Collection::stream), undecided.stream())
                .flatMap(each -> each)
                .toList();
    }
}
