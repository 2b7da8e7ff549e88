package vn.soto.query.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.team.Teams;

/** The figures of teams for a quarter added up, each as it derives from the ledger at a commit: what their reports would say now. */
@Component
public record TeamSums(Reports reports, Teams teams) {

    /** By code; a figure that people state is absent until somebody does. */
    public Map<String, Long> of(Collection<String> ids, Quarter quarter, long asOf) {
        Reports.PresentCounts present = reports.present(quarter, asOf);
        Map<String, Long> sums = new HashMap<>();
        teams.find(ids, asOf)
                .forEach((team, card) ->
                        present.of(team, card).forEach(figure -> sums.merge(figure.code(), figure.value(), Long::sum)));
        return sums;
    }
}
