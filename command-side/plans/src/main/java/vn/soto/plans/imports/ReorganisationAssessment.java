package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.unit.ReorganisationAction;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.ledger.LedgerReader;
import vn.soto.plans.imports.ReorganisationEffects.Households;
import vn.soto.plans.imports.ReorganisationEffects.OpenReport;
import vn.soto.plans.imports.ReorganisationEffects.Undecided;
import vn.soto.plans.imports.ReorganisationEffects.UnitLine;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.lookup.TerritoryIndex.UnitOnDay;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/**
 * Derives from the ledger the effects of a reorganisation and what it leaves undecided.
 *
 * @param calendar of the ledger, which applies until one is adopted
 */
public record ReorganisationAssessment(
        LedgerReader ledger, UnitAndTeamIndex teams, TerritoryIndex territory, QuarterCalendar calendar) {

    ReorganisationEffects of(List<ReorganisationRow> rows, LocalDate effectiveFrom) {
        return new FileAssessment(rows, effectiveFrom).effects();
    }

    /** The assessment of one file; {@code before} is the day before it takes effect. */
    private final class FileAssessment {

        private final List<ReorganisationRow> rows;
        private final LocalDate effectiveFrom;
        private final LocalDate before;

        FileAssessment(List<ReorganisationRow> rows, LocalDate effectiveFrom) {
            this.rows = rows;
            this.effectiveFrom = effectiveFrom;
            this.before = effectiveFrom.minusDays(1);
        }

        ReorganisationEffects effects() {
            Map<UnitId, List<UnitLine>> ending = ending();
            Set<UnitId> touched = touched(ending.keySet());
            List<UnitAndTeamIndex.Covering> covering = teams.coverage(
                    touched.stream()
                            .flatMap(unit -> territory.covering(unit, before).stream())
                            .collect(Collectors.toSet()),
                    before);
            List<Households> homes = touched.stream()
                    .map(unit -> new Households(line(unit).orElseThrow(), territory.households(unit, before)))
                    .filter(home -> home.households() > 0)
                    .toList();
            return new ReorganisationEffects(
                    effectiveFrom,
                    actions(),
                    ending.keySet().stream()
                            .flatMap(unit -> line(unit).stream())
                            .toList(),
                    touched.size(),
                    covering,
                    homes.stream().mapToLong(Households::households).sum(),
                    homes,
                    reports(covering),
                    undecided(ending));
        }

        private Map<String, Long> actions() {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.action().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
        }

        /** The units of the ledger that end, in file order, with their successors. */
        private Map<UnitId, List<UnitLine>> ending() {
            Map<UnitId, List<UnitLine>> ending = new LinkedHashMap<>();
            for (ReorganisationRow row : rows) {
                if (row.action().ends() && territory.find(row.unit(), before).isPresent()) {
                    ending.computeIfAbsent(row.unit(), unit -> new ArrayList<>())
                            .addAll(successor(row.successor()));
                }
            }
            return ending;
        }

        /** The successor in its present state, or as the file establishes it. */
        private List<UnitLine> successor(@Nullable UnitId unit) {
            return unit == null
                    ? List.of()
                    : line(unit).or(() -> established(unit)).stream().toList();
        }

        private Optional<UnitLine> established(UnitId unit) {
            return rows.stream()
                    .filter(row -> row.action() == ReorganisationAction.ESTABLISH)
                    .filter(row -> row.unit().equals(unit))
                    .findFirst()
                    .map(row -> new UnitLine(
                            unit,
                            Objects.requireNonNull(row.kind()),
                            Objects.requireNonNull(row.name()),
                            row.officialCode()));
        }

        private Set<UnitId> touched(Set<UnitId> ending) {
            Set<UnitId> touched = new LinkedHashSet<>(territory.within(ending, before));
            rows.stream()
                    .filter(row -> row.action() != ReorganisationAction.ESTABLISH)
                    .map(ReorganisationRow::unit)
                    .filter(unit -> territory.find(unit, before).isPresent())
                    .forEach(touched::add);
            return touched;
        }

        private List<OpenReport> reports(List<UnitAndTeamIndex.Covering> covering) {
            return covering.stream()
                    .flatMap(team -> quarters(team.team()).map(quarter -> new OpenReport(team.team(), quarter)))
                    .sorted(Comparator.comparing(OpenReport::quarter))
                    .filter(report -> ledger.head(new ReportId(report.team(), report.quarter()).toString())
                            .isEmpty())
                    .toList();
        }

        /** Those of the last day before the file takes effect and of its day, by the periods of the team's authority. */
        private Stream<Quarter> quarters(TeamId team) {
            return territory
                    .quarters(day -> teams.coverage(team, day), Stream.of(before, effectiveFrom), calendar)
                    .stream()
                    .distinct();
        }

        /** Children and households of units that end with several successors or none, and that no row moves. */
        private List<Undecided> undecided(Map<UnitId, List<UnitLine>> ending) {
            Set<UnitId> settled = rows.stream()
                    .filter(row -> row.action() == ReorganisationAction.REPARENT
                            || row.action().ends())
                    .map(ReorganisationRow::unit)
                    .collect(Collectors.toSet());
            return ending.entrySet().stream()
                    .filter(end -> end.getValue().size() != 1)
                    .flatMap(end -> left(territory.find(end.getKey(), before).orElseThrow(), end.getValue(), settled))
                    .toList();
        }

        private Stream<Undecided> left(UnitOnDay ending, List<UnitLine> candidates, Set<UnitId> settled) {
            UnitLine in = line(ending);
            if (ending.kind().residential()) {
                long households = territory.households(ending.unit(), before);
                return households == 0 ? Stream.empty() : Stream.of(new Undecided(in, in, candidates, households));
            }
            return territory.children(ending.unit(), before).stream()
                    .filter(child -> child.inForce() && !settled.contains(child.unit()))
                    .map(child ->
                            new Undecided(line(child), in, candidates, territory.households(child.unit(), before)));
        }

        private Optional<UnitLine> line(UnitId unit) {
            return territory.find(unit, before).map(FileAssessment::line);
        }

        private static UnitLine line(UnitOnDay unit) {
            return new UnitLine(unit.unit(), unit.kind(), unit.name(), unit.officialCode());
        }
    }
}
