package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.assistance.Assistance.Version;

/**
 * The help of days other than those of a stored quarter, such as of a campaign or of a quarter by an administrative
 * calendar. It is made of the rows of these days. The first record of each helped household or business is found anew,
 * because the logs say it for their own quarters. Rows that do not name their day are not in it. Not thread-safe.
 */
final class DatedHelp implements QuarterHelp {

    private final Documents documents;
    private final List<Quarter> logged;
    private final LocalDate first;
    private final LocalDate last;
    private final long asOf;
    private final Map<String, Found> found = new HashMap<>();
    private final Map<Long, String> helpedByOrder = new HashMap<>();

    /** @param logged stored quarters that have some of the days */
    DatedHelp(Documents documents, List<Quarter> logged, LocalDate first, LocalDate last, long asOf) {
        this.documents = documents;
        this.logged = List.copyOf(logged);
        this.first = first;
        this.last = last;
        this.asOf = asOf;
    }

    /**
     * @param helped  households and businesses that count in the unit
     * @param undated number of rows that do not name their day
     */
    private record Found(List<ActivityRow> rows, Set<String> helped, long undated) {}

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
        List<ActivityRow> all = logged.stream()
                .flatMap(quarter ->
                        ActivityProjector.ACTIVITY
                                .from(unit + "/" + quarter, 0, Integer.MAX_VALUE, asOf, documents)
                                .stream())
                .toList();
        List<ActivityRow> rows = all.stream()
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
            if (helped != null) {
                helpedByOrder.put(row.order(), helped);
            }
        }
        records.values().removeIf(number -> number <= 0);
        return new Found(
                counted,
                records.keySet(),
                all.stream().filter(row -> row.day() == null).count());
    }

    private boolean isOfTheDays(ActivityRow row) {
        return row.day() != null && row.day() >= first.toEpochDay() && row.day() <= last.toEpochDay();
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
        Map<String, String> counted = counted(names);
        return units.stream()
                .flatMap(unit -> found(unit).helped.stream()
                        .map(name -> new HelpInUnit(Objects.requireNonNull(counted.get(name)), name, unit)))
                .toList();
    }

    /** As which household or business each counts: a duplicate as its survivor. */
    private Map<String, String> counted(Collection<String> names) {
        Map<String, SameHousehold> same = documents.find(SameHousehold.KIND, names);
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Optional.ofNullable(same.get(name))
                                .map(household -> household.countsAs(asOf))
                                .orElse(name)));
    }

    /** The number of rows of these places that were made before they named their day, and are in no sum. */
    long undated(Collection<String> units) {
        return units.stream().mapToLong(unit -> found(unit).undated).sum();
    }

    /** Of rows of any places: a household or business counts once in it. */
    ActivitySum sum(Collection<ActivityRow> rows) {
        ActivitySum sum = new ActivitySum();
        Map<String, Integer> records = new HashMap<>();
        rows.forEach(row -> {
            sum.add(row);
            Optional.ofNullable(helpedByOrder.get(row.order()))
                    .ifPresent(helped -> records.merge(helped, row.sign(), Integer::sum));
        });
        records.values().removeIf(number -> number <= 0);
        Map<Boolean, Long> once = counted(records.keySet()).values().stream()
                .distinct()
                .collect(Collectors.partitioningBy(HelpInUnit::isBusiness, Collectors.counting()));
        Totals twice = sum.totals();
        sum.takeAway(false, twice.households() - once.getOrDefault(false, 0L));
        sum.takeAway(true, twice.businesses() - once.getOrDefault(true, 0L));
        return sum;
    }
}
