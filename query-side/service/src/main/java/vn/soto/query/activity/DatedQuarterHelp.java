package vn.soto.query.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;
import vn.soto.query.activity.Assistance.Version;

/**
 * A quarter with other days than the calendar of the ledger gives it, such as those of an administrative calendar: made of the rows of
 * these days. Whom a row counts for the first time is found anew, because the logs say it for their own quarters. Rows that do
 * not name their day are in no such quarter. Not thread-safe.
 */
final class DatedQuarterHelp implements QuarterHelp {

    private final Documents documents;
    private final List<Quarter> logged;
    private final QuarterDays days;
    private final long asOf;
    private final Map<String, Found> found = new HashMap<>();

    /** @param logged quarters of the ledger's calendar that have some of the days */
    DatedQuarterHelp(Documents documents, List<Quarter> logged, QuarterDays days, long asOf) {
        this.documents = documents;
        this.logged = List.copyOf(logged);
        this.days = days;
        this.asOf = asOf;
    }

    /** @param helped who counts in the unit: households and businesses */
    private record Found(List<ActivityRow> rows, Set<String> helped) {}

    @Override
    public Set<String> helped(Collection<String> units) {
        return units.stream().filter(unit -> !rows(unit).isEmpty()).collect(Collectors.toSet());
    }

    @Override
    public List<ActivityRow> rows(String unit) {
        return found(unit).rows;
    }

    private Found found(String unit) {
        Found known = found.get(unit);
        if (known == null) {
            known = read(unit);
            found.put(unit, known);
        }
        return known;
    }

    private Found read(String unit) {
        List<ActivityRow> rows = logged.stream()
                .flatMap(quarter ->
                        ActivityProjector.ACTIVITY
                                .from(unit + "/" + quarter, 0, Integer.MAX_VALUE, asOf, documents)
                                .stream())
                .filter(this::isOfTheDays)
                .sorted(Comparator.comparingLong(ActivityRow::order))
                .toList();
        Map<String, Assistance> businesses = documents.find(
                Assistance.KIND,
                rows.stream()
                        .filter(row -> row.beneficiary() == Beneficiary.Kind.BUSINESS)
                        .flatMap(row -> Stream.ofNullable(row.assistance()))
                        .collect(Collectors.toSet()));
        Map<String, Integer> records = new HashMap<>();
        List<ActivityRow> counted = new ArrayList<>();
        for (ActivityRow row : rows) {
            String helped = helped(row, businesses);
            counted.add(row.counting(helped == null ? 0 : first(helped, row.sign(), records)));
        }
        records.values().removeIf(number -> number <= 0);
        return new Found(counted, records.keySet());
    }

    private boolean isOfTheDays(ActivityRow row) {
        return row.day() != null
                && row.day() >= days.firstDay().toEpochDay()
                && row.day() <= days.lastDay().toEpochDay();
    }

    /** +1 if the beneficiary counts from the row on, -1 if it no longer counts, otherwise 0. */
    private static int first(String helped, int sign, Map<String, Integer> records) {
        int after = records.merge(helped, sign, Integer::sum);
        return sign > 0 ? (after == 1 ? 1 : 0) : (after == 0 ? -1 : 0);
    }

    private static @Nullable String helped(ActivityRow row, Map<String, Assistance> businesses) {
        return switch (row.beneficiary()) {
            case HOUSEHOLD -> row.household();
            case BUSINESS ->
                Optional.ofNullable(row.assistance())
                        .map(businesses::get)
                        .flatMap(record -> record.before(row.position() + (row.sign() > 0 ? 1 : 0)))
                        .map(Version::helped)
                        .orElse(null);
            default -> null;
        };
    }

    @Override
    public void add(Map<String, ActivitySum> sumsByUnit) {
        sumsByUnit.forEach((unit, sum) -> rows(unit).forEach(sum::add));
    }

    @Override
    public List<HelpInUnit> again(Collection<String> units) {
        Set<String> names =
                units.stream().flatMap(unit -> found(unit).helped.stream()).collect(Collectors.toSet());
        Map<String, SameHousehold> same = documents.find(SameHousehold.KIND, names);
        return units.stream()
                .flatMap(unit -> found(unit).helped.stream()
                        .map(name -> new HelpInUnit(
                                Optional.ofNullable(same.get(name))
                                        .map(household -> household.countsAs(asOf))
                                        .orElse(name),
                                name,
                                unit)))
                .toList();
    }
}
