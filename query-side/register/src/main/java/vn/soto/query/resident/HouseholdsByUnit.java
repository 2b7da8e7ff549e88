package vn.soto.query.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.DailyResults;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;

/** Queries about the households recorded in residential units, on any day, as known at a commit. */
@Component
public final class HouseholdsByUnit {

    private final Documents documents;
    private final DailyResults<ResidentCounts, Charges> charges = new DailyResults<>(HouseholdsByUnit::charges);

    /** Of all documents of which {@link #charges} are made, by unit. */
    public static final DocumentType<?> KIND = ResidentChanges.RESIDENTS.changing();

    HouseholdsByUnit(Documents documents) {
        this.documents = documents;
    }

    /**
     * A household that counts in a unit on a day.
     *
     * @param charge responsibility for it; absent if nobody is responsible
     * @param rows   rows that make it count so
     */
    public record Resident(String household, String unit, Optional<Responsible> charge, List<ResidentRow> rows) {}

    /**
     * How many households count in a unit on a day.
     *
     * @param byMember those for which somebody is responsible, by team and member
     */
    public record Charges(long all, Map<String, Map<String, Long>> byMember) {}

    private static Optional<Responsible> responsible(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(
                        new Responsible(new TeamId(key.substring(0, slash)), new MemberId(key.substring(slash + 1))));
    }

    /** For each of the units that ever had a household. */
    public Map<String, Charges> charges(Collection<String> units, LocalDate day, long asOf) {
        DailyResults<ResidentCounts, Charges>.OfDay then = charges.on(day);
        Map<String, Charges> counts = new HashMap<>();
        ResidentChanges.RESIDENTS
                .asOf(units, asOf, documents)
                .forEach((unit, state) -> counts.put(unit, then.of(unit, state)));
        return counts;
    }

    private static Charges charges(ResidentCounts state, LocalDate day) {
        long all = 0;
        Map<String, Map<String, Long>> byMember = new HashMap<>();
        for (Map.Entry<String, Long> households : state.on(day).entrySet()) {
            all += households.getValue();
            Optional<Responsible> held = responsible(households.getKey());
            if (held.isPresent()) {
                byMember.computeIfAbsent(held.get().team().value(), t -> new HashMap<>())
                        .merge(held.get().member().value(), households.getValue(), Long::sum);
            }
        }
        return new Charges(all, Collections.unmodifiableMap(byMember));
    }

    /** The households recorded in a unit on a day, in the order of their arrival. */
    public List<Resident> on(String unit, LocalDate day, long asOf) {
        Map<String, List<ResidentRow>> rows = new LinkedHashMap<>();
        rows(unit, asOf)
                .forEach(row -> rows.computeIfAbsent(row.household(), h -> new ArrayList<>())
                        .add(row));
        List<Resident> there = new ArrayList<>();
        rows.forEach((household, all) -> ResidentCounts.after(ResidentCounts.NONE, all).on(day).keySet().stream()
                .map(key -> new Resident(household, unit, responsible(key), all))
                .forEach(there::add));
        return there;
    }

    /** The position of the first row of each of the units that ever had a household. */
    public Map<String, Long> begins(Collection<String> units) {
        return ResidentChanges.RESIDENTS.begins(units, documents);
    }

    /** All changes of the households of a unit. */
    public List<ResidentRow> rows(String unit, long asOf) {
        return ResidentChanges.RESIDENTS.from(unit, 0, Integer.MAX_VALUE, asOf, documents);
    }

    /** The number of households recorded in these units on a day; reads one page of the log of each at most. */
    public long count(Collection<String> units, LocalDate day, long asOf) {
        return charges(units, day, asOf).values().stream()
                .mapToLong(Charges::all)
                .sum();
    }
}
