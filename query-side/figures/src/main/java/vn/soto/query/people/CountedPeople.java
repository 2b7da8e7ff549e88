package vn.soto.query.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.FigureSource;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Micros;
import vn.soto.projection.Documents;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.person.CommitReasons.Shown;

/** Queries about the numbers of people that are stated of units, as known at a commit. */
@Component
public record CountedPeople(Documents documents, LedgerReader ledger, CommitReasons reasons) {

    /** A number that holds from a day on. */
    public record Count(long persons, LocalDate on, FigureSource source) {}

    /** The numbers that hold on a day in each of the units that has any. */
    public Map<String, Map<People, Count>> of(Collection<String> units, LocalDate day, long asOf) {
        Map<String, Map<People, Count>> found = new HashMap<>();
        documents.find(UnitPeople.KIND, units).forEach((unit, known) -> {
            Map<People, Count> holding = new EnumMap<>(People.class);
            known.by(asOf).forEach((people, rows) -> holding(rows, day).ifPresent(count -> holding.put(people, count)));
            found.put(unit, holding);
        });
        return found;
    }

    /** The number of the latest day by then that has one; of a day, what was said of it last counts. */
    private static Optional<Count> holding(List<UnitPeople.CountRow> rows, LocalDate day) {
        NavigableMap<Long, Count> byDay = new TreeMap<>();
        for (UnitPeople.CountRow row : rows) {
            if (row.persons() == null || row.source() == null) {
                byDay.remove(row.day());
            } else {
                byDay.put(row.day(), new Count(row.persons(), LocalDate.ofEpochDay(row.day()), row.source()));
            }
        }
        return Optional.ofNullable(byDay.floorEntry(day.toEpochDay())).map(Map.Entry::getValue);
    }

    /** All that was said of a unit's numbers, oldest first. */
    public Map<People, List<StatedPeople>> history(String unit, long asOf, Locale language) {
        Map<People, List<StatedPeople>> history = new EnumMap<>(People.class);
        documents
                .find(UnitPeople.KIND, unit)
                .ifPresent(known -> known.by(asOf)
                        .forEach((people, rows) -> history.put(
                                people,
                                rows.stream().map(row -> stated(row, language)).toList())));
        return history;
    }

    private StatedPeople stated(UnitPeople.CountRow row, Locale language) {
        return new StatedPeople(
                LocalDate.ofEpochDay(row.day()),
                row.persons(),
                row.source(),
                row.commit(),
                Micros.instant(row.recordedAt()),
                row.by(),
                ledger.commit(row.commit())
                        .map(commit -> reasons.of(commit, language))
                        .orElse(Shown.NONE));
    }
}
