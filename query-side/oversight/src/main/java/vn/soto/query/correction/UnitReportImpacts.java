package vn.soto.query.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.supposed.Supposition;
import vn.soto.query.correction.ImpactView.TouchedPart;
import vn.soto.query.correction.ImpactView.TouchedUnitReport;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.TeamQuarters;
import vn.soto.query.report.TeamQuarters.ReportStanding;
import vn.soto.query.report.TeamQuarters.TeamQuarter;
import vn.soto.query.report.UnitReportStandings;
import vn.soto.query.report.UnitReportStandings.UnitReportStanding;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** Compares where reports of units stand without events and with them. */
@Component
record UnitReportImpacts(UnitReportStandings units, TeamQuarters teams) {

    /**
     * Those of some quarters, the last quarter first, which the reader may see.
     *
     * @param places units that may have reports, beside those to which reports of the teams or of such units went
     * @param looked teams that were compared, all of them within the reader's reach
     */
    List<TouchedUnitReport> of(
            Supposition supposition, Collection<String> places, Set<Quarter> quarters, Map<String, TeamSides> looked) {
        List<TouchedUnitReport> touched = new ArrayList<>();
        for (Quarter quarter : quarters) {
            Set<String> reporting =
                    supposition.either(asOf -> units.recipients(looked.keySet(), places, quarter, asOf));
            Set<String> seen = Reader.current().reached(EndpointRight.FIGURES, IdKind.UNIT, reporting);
            reporting.stream()
                    .filter(seen::contains)
                    .flatMap(unit -> touched(supposition, unit, quarter, looked).stream())
                    .forEach(touched::add);
        }
        return List.copyOf(touched);
    }

    private Optional<TouchedUnitReport> touched(
            Supposition supposition, String unit, Quarter quarter, Map<String, TeamSides> looked) {
        Optional<UnitReportStanding> was = supposition.without(asOf -> units.of(unit, quarter, asOf));
        Optional<UnitReportStanding> will = supposition.with(asOf -> units.of(unit, quarter, asOf));
        if (will.isEmpty()) {
            return Optional.empty();
        }
        UnitReportStanding after = will.get();
        List<TouchedPart> parts = parts(supposition, after.teams(), quarter, looked);
        if (parts.isEmpty() && will.equals(was)) {
            return Optional.empty();
        }
        return Optional.of(new TouchedUnitReport(
                new UnitId(unit),
                quarter.toString(),
                after.version(),
                after.state(),
                supposition.with(asOf -> units.matches(unit, quarter, asOf)),
                was.map(UnitReportStanding::changed).orElse(0),
                after.changed(),
                parts));
    }

    private List<TouchedPart> parts(
            Supposition supposition,
            SortedMap<String, Integer> versions,
            Quarter quarter,
            Map<String, TeamSides> looked) {
        List<TouchedPart> parts = new ArrayList<>();
        versions.forEach((team, version) -> {
            TeamSides sides = looked.get(team);
            if (sides == null) {
                return;
            }
            @Nullable TeamQuarter before = sides.without().get(quarter);
            @Nullable TeamQuarter after = sides.with().get(quarter);
            if (!Objects.equals(before, after)) {
                int differing = supposition.without(asOf -> differing(before, team, quarter, version, asOf));
                int differingAfter = supposition.with(asOf -> differing(after, team, quarter, version, asOf));
                if (differing != differingAfter) {
                    parts.add(new TouchedPart(new TeamId(team), version, differing, differingAfter));
                }
            }
        });
        return List.copyOf(parts);
    }

    private int differing(@Nullable TeamQuarter known, String team, Quarter quarter, int version, long asOf) {
        ReportStanding latest = TeamSides.standing(known);
        return (latest != null && latest.version() == version
                        ? Optional.of(latest)
                        : teams.standing(team, quarter, version, asOf))
                .map(ReportStanding::differing)
                .orElse(0);
    }
}
