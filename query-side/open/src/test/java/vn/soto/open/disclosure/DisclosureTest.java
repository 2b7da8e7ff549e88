package vn.soto.open.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Attacks published tables as somebody who knows the program, keeps every version, and has all differences of them. In small
 * worlds every table that could be is published; those that look the same are what the attacker cannot tell apart.
 */
@Tag("slow")
final class DisclosureTest {

    /** Worlds of one unit more take a minute. */
    private static final boolean LONG = Boolean.getBoolean("soto.long");

    private static final String TOTAL = "city";
    private static final OpenLine HELP = new OpenLine("H05", null);
    private static final OpenLine SELF = new OpenLine("M.self-performed", "H05");

    @SuppressWarnings("UnnecessaryLambda") // an order of cells, as those that tests count through
    private static final ToLongFunction<OpenCell> NONE = cell -> 0;

    /** A view of some tables, and what of hidden cells may stand behind it. */
    private static final class Views {

        private final Map<String, Map<String, Set<Long>>> possible = new HashMap<>();
        private final Map<String, Boolean> complete = new HashMap<>();

        /** @param isWhole whether all worlds that look like this are tried */
        void add(String view, boolean isWhole, Map<String, Long> secrets) {
            Map<String, Set<Long>> known = possible.computeIfAbsent(view, _ -> new TreeMap<>());
            secrets.forEach((name, value) ->
                    known.computeIfAbsent(name, _ -> new TreeSet<>()).add(value));
            complete.merge(view, isWhole, Boolean::logicalAnd);
        }

        /** Secrets of which nothing but a small number is possible. */
        List<String> toldAlone() {
            List<String> told = new ArrayList<>();
            possible.forEach((view, secrets) -> secrets.forEach((name, values) -> {
                if (complete.getOrDefault(view, false) && values.size() == 1 && !values.contains(0L)) {
                    told.add(name + " by " + view);
                }
            }));
            return told;
        }

        /** No secret is told closer than among so many values. */
        int leastChoices() {
            int least = Integer.MAX_VALUE;
            for (Map.Entry<String, Map<String, Set<Long>>> view : possible.entrySet()) {
                for (Map.Entry<String, Set<Long>> secret : view.getValue().entrySet()) {
                    if (complete.getOrDefault(view.getKey(), false)
                            && secret.getValue().size() < least) {
                        least = secret.getValue().size();
                    }
                }
            }
            return least;
        }
    }

    private static QuarterTable table(OpenLine line, long... rows) {
        Map<String, Map<String, Long>> values = new LinkedHashMap<>();
        values.put(TOTAL, Map.of(line.code(), LongStream.of(rows).sum()));
        for (int row = 0; row < rows.length; row++) {
            values.put("ward-" + row, Map.of(line.code(), rows[row]));
        }
        return new QuarterTable(TOTAL, values);
    }

    private static String view(List<QuarterTable> tables, List<Set<OpenCell>> hidden) {
        StringBuilder view = new StringBuilder();
        for (int version = 0; version < tables.size(); version++) {
            int of = version;
            tables.get(version)
                    .rows()
                    .forEach((unit, values) -> new TreeMap<>(values)
                            .forEach((code, value) -> view.append(
                                            hidden.get(of).contains(new OpenCell(unit, code)) ? "-" : value)
                                    .append(' ')));
            view.append('|');
        }
        return view.toString();
    }

    private static void rows(int number, long most, Consumer<long[]> each) {
        long[] rows = new long[number];
        long worlds = Math.round(Math.pow((double) (most + 1), number));
        for (long world = 0; world < worlds; world++) {
            long left = world;
            for (int row = 0; row < number; row++) {
                rows[row] = left % (most + 1);
                left /= most + 1;
            }
            each.accept(rows);
        }
    }

    private static Map<String, Long> secrets(int version, QuarterTable table, Set<OpenCell> hidden) {
        Map<String, Long> secrets = new HashMap<>();
        hidden.forEach(cell -> secrets.put(version + " " + cell, table.known(cell.unit(), cell.code())));
        return secrets;
    }

    /** All orders of so many rows, as the lots of their cells. */
    private static List<ToLongFunction<OpenCell>> orders(int number) {
        List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
        for (int row = 0; row < number; row++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                for (int place = 0; place <= order.size(); place++) {
                    List<Integer> with = new ArrayList<>(order);
                    with.add(place, row);
                    longer.add(with);
                }
            }
            orders = longer;
        }
        return orders.stream()
                .<ToLongFunction<OpenCell>>map(order ->
                        cell -> order.indexOf(cell.unit().charAt(cell.unit().length() - 1) - '0'))
                .toList();
    }

    /**
     * Whether all worlds are tried that look like this one. They are not if the total is hidden of rows that could be larger. Nor are they if hidden rows together are more than a row of these worlds can hold.
     */
    private static boolean isWhole(QuarterTable table, OpenLine line, Set<OpenCell> hidden, long most) {
        boolean total = hidden.contains(new OpenCell(TOTAL, line.code()));
        LongStream values = table.parts().stream()
                .filter(unit -> hidden.contains(new OpenCell(unit, line.code())))
                .mapToLong(unit -> table.known(unit, line.code()));
        return total ? values.allMatch(value -> value < Disclosure.LEAST) : values.sum() <= most;
    }

    /** The total less its parts. */
    @Test
    void aTotalDoesNotGiveItsPartsBack() {
        for (int number = 1; number <= (LONG ? 4 : 3); number++) {
            int most = number == 4 ? 9 : LONG ? 20 : 12;
            Views views = new Views();
            List<ToLongFunction<OpenCell>> orders = orders(number);
            rows(number, most, rows -> {
                QuarterTable table = table(HELP, rows);
                for (ToLongFunction<OpenCell> order : orders) {
                    Set<OpenCell> hidden = new Disclosure(List.of(HELP), order).hide(table);
                    views.add(
                            view(List.of(table), List.of(hidden)),
                            isWhole(table, HELP, hidden, most),
                            secrets(1, table, hidden));
                    table.rows()
                            .forEach((unit, values) -> assertThat(hidden.contains(new OpenCell(unit, HELP.code()))
                                            || values.getOrDefault(HELP.code(), 0L) >= 5)
                                    .isTrue());
                }
            });
            assertThat(views.leastChoices()).as("%s rows", number).isGreaterThanOrEqualTo(5);
        }
    }

    /** Version 2 less version 1, and each of both totals less its parts. */
    @Test
    void aSecondVersionDoesNotGiveBackWhatTheFirstHides() {
        for (int number = 1; number <= (LONG ? 3 : 2); number++) {
            int most = number == 3 ? 7 : LONG ? 11 : 9;
            int parts = number;
            Views views = new Views();
            List<ToLongFunction<OpenCell>> orders = orders(number);
            rows(2 * number, most, both -> {
                QuarterTable first = table(HELP, Arrays.copyOf(both, parts));
                QuarterTable second = table(HELP, Arrays.copyOfRange(both, parts, 2 * parts));
                for (ToLongFunction<OpenCell> order : orders) {
                    Disclosure disclosure = new Disclosure(List.of(HELP), order);
                    List<Set<OpenCell>> hidden = List.of(disclosure.hide(first), disclosure.hide(second));
                    Map<String, Long> changes = new HashMap<>();
                    first.rows().keySet().forEach(unit -> {
                        long change = Math.abs(second.known(unit, HELP.code()) - first.known(unit, HELP.code()));
                        if (change > 0 && change < Disclosure.LEAST) {
                            changes.put("change of " + unit, change);
                        } else {
                            changes.put("change of " + unit, 0L);
                        }
                    });
                    views.add(
                            view(List.of(first, second), hidden),
                            isWhole(first, HELP, hidden.getFirst(), most)
                                    && isWhole(second, HELP, hidden.getLast(), most),
                            changes);
                }
            });
            assertThat(views.toldAlone()).as("%s rows", number).isEmpty();
        }
    }

    /** A part, its whole, and the other part that their difference is. */
    @Test
    void aPartAndItsWholeDoNotTellTheOtherPart() {
        int most = 12;
        Views views = new Views();
        rows(4, most, rows -> {
            if (rows[1] > rows[0] || rows[3] > rows[2]) {
                return;
            }
            QuarterTable table = parts(rows);
            for (ToLongFunction<OpenCell> order : orders(2)) {
                Set<OpenCell> hidden = new Disclosure(List.of(HELP, SELF), order).hide(table);
                Map<String, Long> secrets = new HashMap<>();
                table.rows().forEach((unit, values) -> {
                    if (hidden.contains(new OpenCell(unit, SELF.code()))) {
                        secrets.put(unit, values.getOrDefault(SELF.code(), 0L));
                        secrets.put(
                                "other of " + unit,
                                values.getOrDefault(HELP.code(), 0L) - values.getOrDefault(SELF.code(), 0L));
                    } else {
                        assertThat(values.getOrDefault(HELP.code(), 0L) - values.getOrDefault(SELF.code(), 0L))
                                .isGreaterThanOrEqualTo(5);
                    }
                });
                views.add(
                        view(List.of(table), List.of(hidden)),
                        isWhole(table, HELP, hidden, most) && isWhole(table, SELF, hidden, most),
                        secrets);
            }
        });
        assertThat(views.leastChoices()).isGreaterThanOrEqualTo(2);
    }

    private static QuarterTable parts(long... rows) {
        Map<String, Map<String, Long>> values = new LinkedHashMap<>();
        values.put(TOTAL, Map.of(HELP.code(), rows[0] + rows[2], SELF.code(), rows[1] + rows[3]));
        values.put("ward-0", Map.of(HELP.code(), rows[0], SELF.code(), rows[1]));
        values.put("ward-1", Map.of(HELP.code(), rows[2], SELF.code(), rows[3]));
        return new QuarterTable(TOTAL, values);
    }

    /** Whoever counts in two communes is counted once above: how many they are is a number of people, too. */
    @Test
    void aTotalThatCountsPeopleOnceDoesNotTellHowManyCountTwice() {
        for (long again = 0; again < 12; again++) {
            Map<String, Map<String, Long>> values = new LinkedHashMap<>();
            values.put(TOTAL, Map.of(HELP.code(), 60 - again));
            values.put("ward-0", Map.of(HELP.code(), 20L));
            values.put("ward-1", Map.of(HELP.code(), 30L));
            values.put("ward-2", Map.of(HELP.code(), 10L));
            Set<OpenCell> hidden = new Disclosure(List.of(HELP), NONE).hide(new QuarterTable(TOTAL, values));
            assertThat(hidden.isEmpty()).as("%s", again).isEqualTo(again == 0 || again >= Disclosure.LEAST);
        }
    }

    /** All equations that all versions of a province give, solved as far as they can be. */
    @Test
    void noCombinationOfVersionsOfAProvinceGivesASmallNumberBack() {
        for (long seed = 0; seed < (LONG ? 400 : 100); seed++) {
            Random random = new Random(seed);
            List<QuarterTable> versions = new ArrayList<>();
            long[] rows = LongStream.generate(() -> random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(300))
                    .limit(2 + random.nextInt(35))
                    .toArray();
            Disclosure disclosure = new Disclosure(List.of(HELP), cell -> cell.hashCode() * 31L);
            List<Set<OpenCell>> hidden = new ArrayList<>();
            for (int version = 0; version < 4; version++) {
                versions.add(table(HELP, rows));
                hidden.add(disclosure.hide(versions.getLast()));
                for (int change = 0; change <= random.nextInt(3); change++) {
                    int row = random.nextInt(rows.length);
                    rows[row] = Math.max(0, rows[row] + random.nextInt(31) - 12);
                }
            }
            assertThat(new Equations(versions, hidden, HELP).smallNumbers())
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }
}
