package vn.soto.open.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The published totals as linear equations of the hidden rows. Whoever solves them also guesses that a row which was not changed kept its value.
 */
final class Equations {

    private final List<QuarterTable> versions;
    private final List<Set<OpenCell>> hidden;
    private final OpenLine line;

    Equations(List<QuarterTable> versions, List<Set<OpenCell>> hidden, OpenLine line) {
        this.versions = versions;
        this.hidden = hidden;
        this.line = line;
    }

    /** A hidden value: of a unit, the same as long as it is not changed. */
    private record Unknown(String unit, long value) {}

    private boolean shows(int version, String unit) {
        return !hidden.get(version).contains(new OpenCell(unit, line.code()));
    }

    private boolean isKnown(Unknown unknown) {
        for (int version = 0; version < versions.size(); version++) {
            if (shows(version, unknown.unit) && value(version, unknown.unit) == unknown.value) {
                return true;
            }
        }
        return false;
    }

    private long value(int version, String unit) {
        return versions.get(version).known(unit, line.code());
    }

    /** Values, sums and changes under the least that follow from the equations. */
    List<String> smallNumbers() {
        List<Map<Unknown, Integer>> equations = new ArrayList<>();
        for (int version = 0; version < versions.size(); version++) {
            if (shows(version, versions.get(version).total())) {
                Map<Unknown, Integer> equation = new HashMap<>();
                for (String unit : versions.get(version).parts()) {
                    Unknown unknown = new Unknown(unit, value(version, unit));
                    if (!shows(version, unit) && !isKnown(unknown)) {
                        equation.put(unknown, 1);
                    }
                }
                equations.add(equation);
            }
        }
        List<String> found = new ArrayList<>();
        for (int first = 0; first < equations.size(); first++) {
            check(equations.get(first), found);
            for (int second = 0; second < equations.size(); second++) {
                Map<Unknown, Integer> difference = new HashMap<>(equations.get(second));
                equations.get(first).forEach((unknown, one) -> difference.merge(unknown, -one, Integer::sum));
                difference.values().removeIf(coefficient -> coefficient == 0);
                check(difference, found);
            }
        }
        changes(found);
        determined(equations, found);
        return found;
    }

    /** The sum of some hidden rows, or the change of one. */
    private static void check(Map<Unknown, Integer> equation, List<String> found) {
        long sum = equation.entrySet().stream()
                .mapToLong(each -> each.getKey().value * each.getValue())
                .sum();
        boolean counts = equation.values().stream().allMatch(one -> one == 1);
        boolean changes =
                equation.keySet().stream().map(Unknown::unit).distinct().count() * 2 == equation.size();
        if (!equation.isEmpty() && (counts || changes) && Math.abs(sum) < Disclosure.LEAST) {
            found.add(sum + " of " + equation);
        }
    }

    /** Of values that are shown, a unit's own or the total. */
    private void changes(List<String> found) {
        for (int first = 0; first < versions.size(); first++) {
            for (int second = first + 1; second < versions.size(); second++) {
                for (String unit : versions.get(first).rows().keySet()) {
                    long change = Math.abs(value(second, unit) - value(first, unit));
                    if (shows(first, unit) && shows(second, unit) && change > 0 && change < Disclosure.LEAST) {
                        found.add(unit + " changed by " + change);
                    }
                }
            }
        }
    }

    /** Unknowns that elimination leaves alone in an equation. */
    private static void determined(List<Map<Unknown, Integer>> equations, List<String> found) {
        List<Map<Unknown, BigInteger>> left = new ArrayList<>();
        equations.forEach(equation -> {
            Map<Unknown, BigInteger> exact = new HashMap<>();
            equation.forEach((unknown, one) -> exact.put(unknown, BigInteger.valueOf(one)));
            left.add(exact);
        });
        for (int row = 0; row < left.size(); row++) {
            if (left.get(row).isEmpty()) {
                continue;
            }
            Unknown pivot = left.get(row).keySet().iterator().next();
            for (int other = 0; other < left.size(); other++) {
                if (other != row && left.get(other).containsKey(pivot)) {
                    left.set(other, eliminated(left.get(other), left.get(row), pivot));
                }
            }
        }
        left.stream()
                .filter(equation -> equation.size() == 1)
                .forEach(equation -> found.add("determined " + equation.keySet()));
    }

    private static Map<Unknown, BigInteger> eliminated(
            Map<Unknown, BigInteger> from, Map<Unknown, BigInteger> with, Unknown pivot) {
        Map<Unknown, BigInteger> result = new HashMap<>();
        from.forEach((unknown, factor) -> result.merge(unknown, factor.multiply(with.get(pivot)), BigInteger::add));
        with.forEach((unknown, factor) ->
                result.merge(unknown, factor.multiply(from.get(pivot)).negate(), BigInteger::add));
        result.values().removeIf(factor -> factor.signum() == 0);
        return result;
    }
}
