package vn.soto.open.disclosure;

import static vn.soto.open.disclosure.Disclosure.LEAST;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Hides cells of a line in a version.
 *
 * @param lots    order in which cells are hidden to protect others
 * @param next    the version, whose earlier lines are decided
 * @param earlier the versions before it
 */
record HiddenLine(OpenLine line, ToLongFunction<OpenCell> lots, Publication next, List<Publication> earlier) {

    void hide() {
        QuarterTable table = next.table();
        table.rows().keySet().stream().filter(this::isTold).forEach(unit -> next.hide(unit, line.code()));
        if (table.value(table.total(), line.code()) == null) {
            return;
        }
        if (next.hides(table.total(), line.code())) {
            hideTotal();
        } else if (earlier.stream().noneMatch(this::showsTotal)) {
            complement();
        } else if (!addsNoEquation() || !givesNothingBack()) {
            hideTotal();
        }
    }

    /** Whether the cell is small itself, or tells something small together with others of its unit and with earlier versions. */
    private boolean isTold(String unit) {
        Long value = next.table().value(unit, line.code());
        if (value == null) {
            return false;
        }
        return value < LEAST
                || (line.whole() != null && isOtherPartTold(unit, line.whole(), value))
                || earlier.stream().anyMatch(before -> isChangeTold(unit, before, value));
    }

    /** The parts of a hidden whole are hidden, too: they would bound it. */
    private boolean isOtherPartTold(String unit, String whole, long value) {
        return !next.shows(unit, whole) || next.table().known(unit, whole) - value < LEAST;
    }

    private boolean isChangeTold(String unit, Publication before, long value) {
        Long was = before.table().value(unit, line.code());
        if (was == null) {
            return false;
        }
        // A report that was not changed says the same as before: what was hidden of it stays hidden.
        boolean stays = was == value && before.hides(unit, line.code());
        return stays || isSmallChange(value - was) || isOtherPartsChangeTold(unit, before, value - was);
    }

    private boolean isOtherPartsChangeTold(String unit, Publication before, long change) {
        return line.whole() != null
                && isSmallChange(
                        next.table().known(unit, line.whole()) - before.table().known(unit, line.whole()) - change);
    }

    private static boolean isSmallChange(long change) {
        return change != 0 && Math.abs(change) < LEAST;
    }

    private boolean showsTotal(Publication version) {
        return version.shows(version.table().total(), line.code());
    }

    /** Hides further rows until the total gives nothing back; the order does not depend on their values, and nobody knows it. */
    private void complement() {
        while (!givesNothingBack()) {
            Optional<String> further = further();
            if (further.isEmpty()) {
                hideTotal();
                return;
            }
            next.hide(further.get(), line.code());
        }
    }

    /** A row whose value nobody knows from an earlier version. */
    private Optional<String> further() {
        return next.table().parts().stream()
                .filter(unit -> next.shows(unit, line.code()) && !isKnown(unit, next))
                .min(Comparator.comparingLong((String unit) -> lots.applyAsLong(new OpenCell(unit, line.code())))
                        .thenComparing(unit -> unit));
    }

    private boolean isKnown(String unit, Publication version) {
        Long value = version.table().value(unit, line.code());
        return earlier.stream()
                .takeWhile(before -> before != version)
                .anyMatch(before -> before.tells(unit, line.code(), value));
    }

    /** A total that is hidden must not be the sum of what is shown. */
    private void hideTotal() {
        next.hide(next.table().total(), line.code());
        if (next.table().rest(line.code()) == 0) {
            for (int hidden = unknown(next).size(); hidden < 2; hidden++) {
                further().ifPresent(unit -> next.hide(unit, line.code()));
            }
        }
    }

    /** The hidden rows that no earlier version shows, with their values. */
    private Map<String, Long> unknown(Publication version) {
        Map<String, Long> unknown = new HashMap<>();
        version.table().parts().stream()
                .filter(unit -> version.hides(unit, line.code()) && !isKnown(unit, version))
                .forEach(unit -> unknown.put(unit, version.table().known(unit, line.code())));
        return unknown;
    }

    /** Whether the total, less all rows that are known, tells nothing small about those that are not. */
    private boolean givesNothingBack() {
        Map<String, Long> unknown = unknown(next);
        long rest = next.table().rest(line.code());
        if (unknown.isEmpty()) {
            return !isSmallChange(rest);
        }
        long together = unknown.values().stream().mapToLong(Long::longValue).sum() + rest;
        return unknown.size() > 1 && together >= LEAST && otherPart(unknown, rest) >= LEAST;
    }

    /** The other part of the whole in all unknown rows together, which the totals of both lines tell. */
    private long otherPart(Map<String, Long> unknown, long rest) {
        String whole = line.whole();
        if (whole == null || !next.shows(next.table().total(), whole)) {
            return LEAST;
        }
        return unknown.entrySet().stream()
                        .mapToLong(row -> next.table().known(row.getKey(), whole) - row.getValue())
                        .sum()
                + next.table().rest(whole)
                - rest;
    }

    /** Whether the total is that of earlier versions about the same unknown rows; another one would be a second equation. */
    private boolean addsNoEquation() {
        Map<String, Long> unknown = unknown(next);
        long rest = next.table().rest(line.code());
        return earlier.stream()
                .filter(this::showsTotal)
                .allMatch(before -> Objects.equals(unknown(before), unknown)
                        && (unknown.isEmpty()
                                ? !isSmallChange(rest - before.table().rest(line.code()))
                                : rest == before.table().rest(line.code())));
    }
}
