package vn.soto.query.activity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;

/**
 * Counts that add up over units.
 *
 * @param assistances records of help
 * @param households  distinct households helped; a household lies in one residential unit, so these add up too
 * @param byService   a record that names several services counts once for each
 * @param byChannel   adds up to {@code assistances}
 * @param byMode      adds up to {@code assistances}
 */
public record Totals(
        long assistances,
        long households,
        Map<String, Long> byService,
        Map<String, Long> byChannel,
        Map<String, Long> byMode) {

    static final Totals NONE = new Totals(0, 0, Map.of(), Map.of(), Map.of());

    static Totals of(Row row) {
        return new Totals(
                row.sign(),
                row.households(),
                each(row.services(), row.sign()),
                each(List.of(row.channel()), row.sign()),
                each(List.of(row.mode()), row.sign()));
    }

    private static Map<String, Long> each(List<? extends Enum<?>> values, long count) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.put(value.name(), count));
        return counts;
    }

    Totals plus(Totals other) {
        return new Totals(
                assistances + other.assistances,
                households + other.households,
                sum(byService, other.byService),
                sum(byChannel, other.byChannel),
                sum(byMode, other.byMode));
    }

    /** A count of zero is left out, so that equal totals are equal however they came about. */
    private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> sum = new TreeMap<>(a);
        b.forEach((key, value) -> sum.merge(key, value, (x, y) -> x + y == 0 ? null : Long.valueOf(x + y)));
        return sum;
    }

    /** With a zero for every value that does not occur, in the order of the definitions. */
    Totals complete() {
        return new Totals(
                assistances,
                households,
                all(ServiceCategory.values(), byService),
                all(Channel.values(), byChannel),
                all(Mode.values(), byMode));
    }

    private static Map<String, Long> all(Enum<?>[] values, Map<String, Long> counts) {
        Map<String, Long> all = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> all.put(value.name(), counts.getOrDefault(value.name(), 0L)));
        return all;
    }
}
