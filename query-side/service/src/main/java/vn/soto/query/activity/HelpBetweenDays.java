package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.projection.Documents;

/** Help given in places between two days of any quarters, as known at a commit. */
@Component
final class HelpBetweenDays {

    private final Documents documents;
    private final QuarterCalendar calendar;

    HelpBetweenDays(Documents documents, QuarterCalendar calendar) {
        this.documents = documents;
        this.calendar = calendar;
    }

    /** The number of rows of these places that were made before they named their day, and are in no sum. */
    long undated(Collection<String> units, LocalDate first, LocalDate last, long asOf) {
        return units.stream()
                .flatMap(unit -> rows(unit, first, last, asOf))
                .filter(row -> row.day() == null)
                .count();
    }

    /** The rows of help in one place, without those that do not name their day. */
    List<ActivityRow> in(String unit, LocalDate first, LocalDate last, long asOf) {
        return rows(unit, first, last, asOf)
                .filter(row -> between(row, first, last))
                .toList();
    }

    private Stream<ActivityRow> rows(String unit, LocalDate first, LocalDate last, long asOf) {
        return quarters(first, last)
                .flatMap(quarter ->
                        ActivityProjector.ACTIVITY
                                .from(unit + "/" + quarter, 0, Integer.MAX_VALUE, asOf, documents)
                                .stream());
    }

    /** A household counts once in it. */
    ActivitySum sum(List<ActivityRow> rows, long asOf) {
        ActivitySum sum = new ActivitySum();
        rows.forEach(sum::add);
        sum.takeAway(false, sum.totals().households() - households(rows, asOf));
        return sum;
    }

    private Stream<Quarter> quarters(LocalDate first, LocalDate last) {
        List<Quarter> quarters = new ArrayList<>();
        Quarter end = calendar.of(last);
        for (Quarter each = calendar.of(first); each.compareTo(end) <= 0; each = each.next()) {
            quarters.add(each);
        }
        return quarters.stream();
    }

    private static boolean between(ActivityRow row, LocalDate first, LocalDate last) {
        return row.day() != null && row.day() >= first.toEpochDay() && row.day() <= last.toEpochDay();
    }

    /** Distinct households, duplicates as their survivor. */
    private long households(List<ActivityRow> rows, long asOf) {
        Map<String, Integer> records = new HashMap<>();
        rows.forEach(row -> {
            if (row.household() != null) {
                records.merge(row.household(), row.sign(), Integer::sum);
            }
        });
        Map<String, SameHousehold> same = documents.find(SameHousehold.KIND, records.keySet());
        return records.entrySet().stream()
                .filter(helped -> helped.getValue() > 0)
                .map(helped -> {
                    SameHousehold known = same.get(helped.getKey());
                    return known == null ? helped.getKey() : known.countsAs(asOf);
                })
                .distinct()
                .count();
    }
}
