package vn.soto.query.reorganisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.reorganisation.Action;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.reorganisation.Row;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.report.OpenReports;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.HouseholdsByUnit;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Looks at what a reorganisation would touch. */
@Component
final class Previews {

    private final Units units;
    private final Teams teams;
    private final HouseholdsByUnit residents;
    private final OpenReports reports;
    private final QuarterCalendar calendar;

    Previews(Units units, Teams teams, HouseholdsByUnit residents, OpenReports reports, QuarterCalendar calendar) {
        this.units = units;
        this.teams = teams;
        this.residents = residents;
        this.reports = reports;
        this.calendar = calendar;
    }

    Preview of(ReorganisationFile file, LocalDate effectiveFrom, Locale language, long asOf) {
        LocalDate before = effectiveFrom.minusDays(1);
        Named named = named(file, before, asOf);
        Map<String, List<String>> below = units.below(named.ending().keySet(), before, asOf);
        Set<String> touched = new LinkedHashSet<>(named.changed());
        below.values().forEach(touched::addAll);
        Map<String, Set<String>> covering = teams.covering(touched, asOf);
        List<Preview.TeamTouched> teamsTouched = teamsTouched(covering, asOf);
        return new Preview(
                effectiveFrom,
                actions(file),
                new Problems(file, named.known(), language).all(),
                named.ending().values().stream().map(UnitLine::of).toList(),
                touched.size(),
                teamsTouched,
                residents.count(touched, asOf),
                reports(teamsTouched, effectiveFrom, asOf),
                new UnresolvedUnits(units, residents, file, named.known(), before, asOf).all());
    }

    /**
     * The units a file names.
     *
     * @param known   those the ledger knows, as they are before
     * @param ending  of those, in the order of the file
     * @param changed of those, the others that are the subject of a row
     */
    private record Named(Map<String, UnitOnDay> known, Map<String, UnitOnDay> ending, Set<String> changed) {}

    private Named named(ReorganisationFile file, LocalDate before, long asOf) {
        Set<String> ids = file.rows().stream()
                .flatMap(row -> Stream.of(row.unit(), row.parent(), row.successor()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
        Map<String, UnitOnDay> known = units.find(ids, before, asOf);
        Map<String, UnitOnDay> ending = new LinkedHashMap<>();
        Set<String> changed = new LinkedHashSet<>();
        for (Row row : file.rows()) {
            UnitOnDay unit = known.get(row.unit().value());
            if (unit != null && row.action().ends()) {
                ending.put(unit.id(), unit);
            } else if (unit != null && row.action() != Action.ESTABLISH) {
                changed.add(unit.id());
            }
        }
        return new Named(known, ending, changed);
    }

    private static Map<String, Long> actions(ReorganisationFile file) {
        return file.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.action().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
    }

    private List<Preview.TeamTouched> teamsTouched(Map<String, Set<String>> covering, long asOf) {
        Map<String, Long> units = covering.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(team -> team, Collectors.counting()));
        return teams.find(units.keySet(), asOf).entrySet().stream()
                .map(team -> new Preview.TeamTouched(
                        team.getKey(), team.getValue().name(), units.getOrDefault(team.getKey(), 0L)))
                .sorted(Comparator.comparing(Preview.TeamTouched::name).thenComparing(Preview.TeamTouched::team))
                .toList();
    }

    private List<Preview.OpenReport> reports(List<Preview.TeamTouched> touched, LocalDate day, long asOf) {
        List<String> ids = touched.stream().map(Preview.TeamTouched::team).toList();
        return Stream.of(calendar.of(day.minusDays(1)), calendar.of(day))
                .distinct()
                .flatMap(quarter -> open(ids, quarter, asOf))
                .toList();
    }

    private Stream<Preview.OpenReport> open(List<String> touched, Quarter quarter, long asOf) {
        return reports.teams(touched, quarter, asOf).stream()
                .map(team -> new Preview.OpenReport(team, quarter.toString()));
    }
}
