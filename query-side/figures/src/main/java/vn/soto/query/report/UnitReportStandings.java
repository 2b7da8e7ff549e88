package vn.soto.query.report;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.report.Consolidations.Frame;

/** The states of the reports of units as of a commit, and the reports of teams that they add up. */
@Component
public record UnitReportStandings(UnitReportLines units, Reports reports, Consolidations consolidations) {

    /**
     * The latest version of a report.
     *
     * @param changed as in {@link ConsolidationView}
     * @param teams   versions of the teams' reports in it, also through the reports of units
     */
    public record UnitReportStanding(int version, ReportState state, int changed, SortedMap<String, Integer> teams) {}

    /** Empty while none is submitted. */
    public Optional<UnitReportStanding> of(String unit, Quarter quarter, long asOf) {
        ConsolidatedReport report = units.report(unit, quarter, asOf);
        return report.latest().map(version -> {
            SortedMap<String, Integer> teams = new TreeMap<>();
            collect(version, quarter, asOf, teams);
            return new UnitReportStanding(
                    version.version(),
                    report.state(version),
                    units.changed(version, quarter, asOf).size(),
                    teams);
        });
    }

    private void collect(
            ConsolidatedReport.Version version, Quarter quarter, long asOf, SortedMap<String, Integer> teams) {
        for (ReportPart part : version.content().parts()) {
            switch (part.reporter().level()) {
                case TEAM -> teams.put(part.reporter().id(), part.version());
                case UNIT ->
                    units.report(part.reporter().id(), quarter, asOf)
                            .version(part.version())
                            .ifPresent(below -> collect(below, quarter, asOf, teams));
            }
        }
    }

    /** Whether the latest version matches, as in {@link ConsolidationView}; it adds up the version again. */
    public boolean matches(String unit, Quarter quarter, long asOf) {
        return units.report(unit, quarter, asOf)
                .latest()
                .filter(version -> consolidations.matches(version, new Frame(new UnitId(unit), quarter, asOf)))
                .isPresent();
    }

    /** These units and all to which a version of their reports, or of the reports of the teams, was submitted. */
    public Set<String> recipients(Collection<String> teams, Collection<String> reporting, Quarter quarter, long asOf) {
        Set<String> found = new LinkedHashSet<>(reporting);
        for (String team : teams) {
            reports.report(new ReportId(new TeamId(team), quarter), asOf).versions().stream()
                    .flatMap(version -> Optional.ofNullable(version.recipient()).stream())
                    .map(Recipient::unit)
                    .map(UnitId::value)
                    .forEach(found::add);
        }
        Deque<String> next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            List<String> above = units.report(next.remove(), quarter, asOf).versions().stream()
                    .flatMap(version -> Optional.ofNullable(version.recipient()).stream())
                    .map(UnitId::value)
                    .toList();
            above.stream().filter(found::add).forEach(next::add);
        }
        return found;
    }
}
