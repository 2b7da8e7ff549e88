package vn.soto.query.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;

/** The figures of a team in a quarter as its report would have them at a commit, for other questions than reports. */
@Component
public record QuarterFigures(Reports reports, Teams teams) {

    /** @param values by code in the order of the definitions, with what is carried into the quarter */
    public record QuarterValues(QuarterDays days, Map<String, Long> values) {}

    /** Empty if the team was not there in the quarter. */
    public Optional<QuarterValues> find(String team, QuarterDays days, long asOf) {
        Optional<TeamCard> card = teams.find(team, asOf).filter(known -> wasThere(known, days));
        return card.map(known -> {
            Reports.Sight sight = reports.find(team, days.quarter(), 0, asOf);
            return new QuarterValues(
                    sight.current().days(),
                    new LinkedHashMap<>(ReportLines.byCode(sight.present().all())));
        });
    }

    private static boolean wasThere(TeamCard card, QuarterDays days) {
        LocalDate first = card.profile().effectiveFrom();
        LocalDate last = card.lastDay();
        return !first.isAfter(days.lastDay()) && (last == null || !last.isBefore(days.firstDay()));
    }
}
