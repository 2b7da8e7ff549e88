package vn.soto.query.activity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.event.Place;
import vn.soto.query.unit.UnitRollUp;

/** The records of help that a dashboard counts: those whose last row adds to one of its places. */
@Component
record CountedHelp(Activities activities, DividedActivities divided, Documents documents, LedgerReader ledger) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The last row of each record that counts and of which the condition holds, by the record's id, oldest first. */
    Map<String, ActivityRow> of(UnitRollUp territory, QuarterDays days, long asOf, Predicate<ActivityRow> wanted) {
        return of(territory, activities.on(days, asOf), asOf, wanted);
    }

    /** The last row of each record of some days that counts, by the record's id, oldest first. */
    Map<String, ActivityRow> between(UnitRollUp territory, LocalDate first, LocalDate last, long asOf) {
        return of(territory, activities.between(first, last, asOf), asOf, row -> true);
    }

    private Map<String, ActivityRow> of(
            UnitRollUp territory, QuarterHelp help, long asOf, Predicate<ActivityRow> wanted) {
        List<ActivityRow> rows = rows(territory, help, asOf);
        Map<Long, String> unnamed = unnamed(rows);
        Map<String, ActivityRow> last = new HashMap<>();
        rows.stream().sorted(Comparator.comparingLong(ActivityRow::order)).forEach(row -> {
            String record = Objects.requireNonNullElseGet(
                    row.assistance(), () -> Objects.requireNonNull(unnamed.get(row.position())));
            if (row.sign() > 0) {
                last.put(record, row);
            } else {
                last.remove(record);
            }
        });
        Map<String, ActivityRow> counted = new LinkedHashMap<>();
        last.entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .sorted(Comparator.comparingLong(each -> each.getValue().order()))
                .forEach(each -> counted.put(each.getKey(), each.getValue()));
        return counted;
    }

    /**
     * Part of the records of {@link #of}. It reads the rows up to the last record wanted, so the first pages cost little however much
     * was counted.
     *
     * @param from number of the first record wanted
     */
    List<String> page(
            UnitRollUp territory, QuarterDays days, long asOf, Predicate<ActivityRow> wanted, int from, int limit) {
        Iterator<ActivityRow> next = inOrder(territory, days, asOf, wanted);
        List<String> found = new ArrayList<>();
        while (found.size() < (long) from + limit && next.hasNext()) {
            List<ActivityRow> rows = some(next, limit);
            if (isUnnamed(rows)) {
                return part(List.copyOf(of(territory, days, asOf, wanted).keySet()), from, limit);
            }
            found.addAll(counting(rows, asOf));
        }
        return part(found, from, limit);
    }

    /**
     * The same, the records of one household or business together. It looks for as many of these as are wanted, and gathers the records
     * of those alone.
     */
    List<List<String>> together(
            UnitRollUp territory, QuarterDays days, long asOf, Predicate<ActivityRow> wanted, int from, int limit) {
        Iterator<ActivityRow> next = inOrder(territory, days, asOf, wanted);
        Set<String> found = new LinkedHashSet<>();
        while (found.size() < (long) from + limit && next.hasNext()) {
            List<ActivityRow> rows = some(next, limit);
            if (isUnnamed(rows)) {
                return part(
                        List.copyOf(
                                byBeneficiary(of(territory, days, asOf, wanted).keySet(), asOf)
                                        .values()),
                        from,
                        limit);
            }
            found.addAll(byBeneficiary(counting(rows, asOf), asOf).keySet());
        }
        Set<String> page = Set.copyOf(part(List.copyOf(found), from, limit));
        Map<String, List<String>> together =
                byBeneficiary(counting(rowsOf(page, inOrder(territory, days, asOf, wanted), asOf), asOf), asOf);
        together.keySet().retainAll(page);
        return List.copyOf(together.values());
    }

    /** Those of the rows that may be about some of these households, and all about businesses. */
    private List<ActivityRow> rowsOf(Set<String> wanted, Iterator<ActivityRow> all, long asOf) {
        List<ActivityRow> rows = new ArrayList<>();
        Map<String, Boolean> known = new HashMap<>();
        all.forEachRemaining(row -> {
            if (row.household() == null
                    || known.computeIfAbsent(
                            row.household(),
                            household -> wanted.contains(
                                    countsAs(documents.find(SameHousehold.KIND, household), household, asOf)))) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static String countsAs(Optional<SameHousehold> same, String household, long asOf) {
        return same.map(found -> found.countsAs(asOf)).orElse(household);
    }

    private static boolean isUnnamed(List<ActivityRow> rows) {
        return rows.stream().anyMatch(row -> row.assistance() == null);
    }

    private static <T> List<T> part(List<T> all, int from, int limit) {
        int end = (int) Math.min(all.size(), (long) from + limit);
        return all.subList(Math.min(from, end), end);
    }

    private static List<ActivityRow> some(Iterator<ActivityRow> next, int most) {
        List<ActivityRow> rows = new ArrayList<>();
        while (rows.size() < most && next.hasNext()) {
            rows.add(next.next());
        }
        return rows;
    }

    /** The rows that add to a figure, read as they are reached. */
    private Iterator<ActivityRow> inOrder(
            UnitRollUp territory, QuarterDays days, long asOf, Predicate<ActivityRow> wanted) {
        return new MergedEntries<>(
                sources(territory, activities.on(days, asOf), asOf)
                        .map(rows -> new MergedEntries.Source<>(
                                0,
                                () -> stream(rows)
                                        .filter(row -> row.sign() > 0 && wanted.test(row))
                                        .iterator()))
                        .toList(),
                ActivityRow::order);
    }

    private static Stream<ActivityRow> stream(Iterator<ActivityRow> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    /** The records whose last version is that of the row. */
    private List<String> counting(List<ActivityRow> rows, long asOf) {
        Map<String, Assistance> records = documents.find(
                Assistance.KIND,
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.assistance()))
                        .collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> Optional.ofNullable(records.get(row.assistance()))
                        .flatMap(record -> record.asOf(asOf))
                        .filter(last -> last.position() == row.position())
                        .isPresent())
                .flatMap(row -> Stream.ofNullable(row.assistance()))
                .toList();
    }

    private List<ActivityRow> rows(UnitRollUp territory, QuarterHelp help, long asOf) {
        List<ActivityRow> rows = new ArrayList<>();
        sources(territory, help, asOf).forEach(source -> source.forEachRemaining(rows::add));
        return rows;
    }

    /** The rows of the units with help, each in order. */
    private Stream<Iterator<ActivityRow>> sources(UnitRollUp territory, QuarterHelp help, long asOf) {
        TerritorySums sums = new TerritorySums(territory);
        Map<String, ActivitySum> whole = sums.byUnit();
        Set<String> undivided = new HashSet<>(whole.keySet());
        undivided.removeAll(territory.divided());
        return Stream.concat(
                help.helped(undivided).stream().map(help::each),
                help.helped(territory.divided()).stream().map(unit -> {
                    List<ActivityRow> all = help.rows(unit);
                    Set<String> households =
                            all.stream().map(CountedHelp::household).collect(Collectors.toSet());
                    Set<String> here = divided.places(unit, households, sums, territory, asOf)
                            .keySet();
                    return all.stream()
                            .filter(row -> here.contains(household(row)))
                            .iterator();
                }));
    }

    private static String household(ActivityRow row) {
        return Objects.requireNonNullElse(row.household(), "");
    }

    /** The records of rows made before they named them, by position: as the events name them. */
    private Map<Long, String> unnamed(List<ActivityRow> rows) {
        List<Long> positions = rows.stream()
                .filter(row -> row.assistance() == null)
                .map(ActivityRow::position)
                .distinct()
                .sorted()
                .toList();
        return positions.isEmpty()
                ? Map.of()
                : ledger.eventsAt(positions).stream()
                        .collect(Collectors.toMap(StoredEvent::position, CountedHelp::record));
    }

    private static String record(StoredEvent stored) {
        String body = new String(stored.event().payload().bytes(), StandardCharsets.UTF_8);
        return JSON.readTree(body).path("assistance").asString();
    }

    /** These records by the household or business that they helped, a duplicate with its survivor. */
    private SequencedMap<String, List<String>> byBeneficiary(Collection<String> records, long asOf) {
        Map<String, Assistance> known = documents.find(Assistance.KIND, records);
        Map<String, String> helped = new LinkedHashMap<>();
        records.forEach(record -> Optional.ofNullable(known.get(record))
                .flatMap(found -> found.asOf(asOf))
                .map(Assistance.Version::helped)
                .ifPresent(whom -> helped.put(record, whom)));
        Map<String, SameHousehold> same = documents.find(SameHousehold.KIND, Set.copyOf(helped.values()));
        SequencedMap<String, List<String>> together = new LinkedHashMap<>();
        helped.forEach((record, whom) -> together.computeIfAbsent(
                        countsAs(Optional.ofNullable(same.get(whom)), whom, asOf), key -> new ArrayList<>())
                .add(record));
        return together;
    }

    /** The places of the events that made these records what they are, by record. */
    Map<String, List<Place>> events(Collection<String> records, long asOf) {
        Map<String, List<Place>> events = new HashMap<>();
        documents
                .find(Assistance.KIND, records)
                .forEach((id, record) -> events.put(
                        id,
                        record.versions().stream()
                                .filter(version -> version.commit() <= asOf)
                                .map(version -> new Place(version.position(), version.commit()))
                                .toList()));
        return events;
    }

    static Predicate<ActivityRow> isFor(Beneficiary.Kind kind) {
        return row -> row.beneficiary() == kind;
    }
}
