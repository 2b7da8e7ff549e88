package vn.soto.query.activity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.projection.Documents;
import vn.soto.query.timeline.Place;
import vn.soto.query.unit.UnitRollUp;

/** The records of help that a dashboard counts: those whose last row adds to one of its places. */
@Component
final class CountedHelp {

    private static final JsonMapper JSON = new JsonMapper();

    private final Activities activities;
    private final DividedActivities divided;
    private final Documents documents;
    private final LedgerReader ledger;

    CountedHelp(Activities activities, DividedActivities divided, Documents documents, LedgerReader ledger) {
        this.activities = activities;
        this.divided = divided;
        this.documents = documents;
        this.ledger = ledger;
    }

    /** The last row of each record that counts and of which the condition holds, by the record's id, oldest first. */
    Map<String, ActivityRow> of(UnitRollUp territory, QuarterDays days, long asOf, Predicate<ActivityRow> wanted) {
        List<ActivityRow> rows = rows(territory, activities.on(days, asOf), asOf);
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

    private List<ActivityRow> rows(UnitRollUp territory, QuarterHelp help, long asOf) {
        TerritorySums sums = new TerritorySums(territory);
        Map<String, ActivitySum> whole = sums.byUnit();
        Set<String> undivided = new HashSet<>(whole.keySet());
        undivided.removeAll(territory.divided());
        List<ActivityRow> rows = new ArrayList<>();
        help.helped(undivided).forEach(unit -> rows.addAll(help.rows(unit)));
        help.helped(territory.divided()).forEach(unit -> {
            List<ActivityRow> all = help.rows(unit);
            Set<String> households = all.stream().map(CountedHelp::household).collect(Collectors.toSet());
            Set<String> here =
                    divided.places(unit, households, sums, territory, asOf).keySet();
            all.stream().filter(row -> here.contains(household(row))).forEach(rows::add);
        });
        return rows;
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

    /** These records, together where they helped the same household or business, a duplicate with its survivor. */
    List<List<String>> byBeneficiary(Map<String, ActivityRow> records, long asOf) {
        Map<String, Assistance> known = documents.find(Assistance.KIND, records.keySet());
        Map<String, String> helped = new LinkedHashMap<>();
        records.keySet()
                .forEach(record -> Optional.ofNullable(known.get(record))
                        .flatMap(found -> found.asOf(asOf))
                        .map(Assistance.Version::helped)
                        .ifPresent(whom -> helped.put(record, whom)));
        Map<String, SameHousehold> same = documents.find(SameHousehold.KIND, Set.copyOf(helped.values()));
        Map<String, List<String>> together = new LinkedHashMap<>();
        helped.forEach((record, whom) -> {
            SameHousehold household = same.get(whom);
            together.computeIfAbsent(household == null ? whom : household.countsAs(asOf), key -> new ArrayList<>())
                    .add(record);
        });
        return List.copyOf(together.values());
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
