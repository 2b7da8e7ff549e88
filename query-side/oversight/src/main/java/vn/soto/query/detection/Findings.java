package vn.soto.query.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.period.Periods;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.problem.QueryProblemException.Place;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** The findings of detectors, as known at a commit. Findings are made anew for each answer and stored nowhere. */
@Component
record Findings(CommuneQuarters communes, Teams teams, TeamsOfQuarter working, Units units, Periods periods) {

    /** Teams whose quarters one answer looks through. */
    private static final int MOST_TEAMS = 200;

    /** The days of a quarter in a unit; throws the problem of an absent unit. */
    QuarterDays daysIn(String unit, Quarter quarter, long asOf) {
        if (units.find(unit, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        return periods.applying(List.of(unit), asOf).days(quarter);
    }

    /**
     * The findings in a unit, of the teams that the reader reaches, by team. A unit of today has also those of earlier quarters,
     * of the teams whose area has come to lie in it. Throws the problem of a unit that is
     * absent, had ended before or is too large.
     */
    List<DetectedPattern> in(
            String unit, QuarterDays days, Optional<DetectorCode> detector, LocalDate today, long asOf) {
        working.checkThere(unit, days, today, asOf);
        UnitOnDay there = units.find(unit, today, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        Set<String> of =
                new TreeSet<>(working.reporting(there, days, today, asOf).keySet());
        if (of.size() > MOST_TEAMS) {
            throw QueryProblemException.askBelow(
                    there.name(),
                    units.children(unit, today, asOf).stream()
                            .filter(child ->
                                    child.inForce() || !child.lastDayBy(today).isBefore(days.firstDay()))
                            .map(child -> new Place(child.id(), child.name()))
                            .toList());
        }
        of.retainAll(Reader.current().rows(EndpointRight.FINDINGS, unit, IdKind.TEAM, of));
        return of(of, days, detector, asOf);
    }

    /** The days of a team's quarter; empty for a team that was not there. */
    Optional<QuarterDays> daysOf(FindingId finding, long asOf) {
        return teams.find(finding.team(), asOf)
                .map(card -> periods.applying(card::areaOn, asOf).days(finding.quarter()));
    }

    Optional<DetectedPattern> find(FindingId finding, QuarterDays days, long asOf) {
        return of(Set.of(finding.team()), days, Optional.empty(), asOf).stream()
                .filter(found -> FindingId.of(found, days.quarter()).equals(finding))
                .findFirst();
    }

    private List<DetectedPattern> of(Set<String> teams, QuarterDays days, Optional<DetectorCode> only, long asOf) {
        return communes.of(teams, days, asOf).entrySet().stream()
                .flatMap(team -> of(team.getKey(), team.getValue(), only))
                .toList();
    }

    private static Stream<DetectedPattern> of(String team, CommuneQuarter commune, Optional<DetectorCode> only) {
        TeamQuarter quarter = commune.team(team).orElseThrow();
        return Detectors.ALL.stream()
                .filter(detector -> only.isEmpty() || only.get() == detector.code())
                .flatMap(detector -> detector.find(quarter, commune).stream());
    }
}
