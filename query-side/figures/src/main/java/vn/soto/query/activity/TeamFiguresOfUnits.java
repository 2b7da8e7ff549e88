package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.UnitIndicators;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.report.TeamSums;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.unit.Units;

/** Figures that a unit has from the teams that report in it. */
@Component
record TeamFiguresOfUnits(Units units, TeamsOfQuarter teams, TeamSums sums) {

    /**
     * By code; nothing is derived unless one of the indicators is such a figure.
     *
     * @param days of the reporting period
     * @param on   day whose unit it is: teams that came later report to its successor
     */
    Map<String, Long> of(String unit, Collection<String> indicators, QuarterDays days, LocalDate on, long asOf) {
        return indicators.stream().anyMatch(UnitIndicators::ofTeams)
                ? units.find(unit, on, asOf)
                        .map(found ->
                                sums.of(teams.reporting(found, days, on, asOf).keySet(), days.quarter(), asOf))
                        .orElse(Map.of())
                : Map.of();
    }
}
