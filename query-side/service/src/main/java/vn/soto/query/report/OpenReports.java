package vn.soto.query.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;

/** Reports nobody has submitted yet. */
@Component
public final class OpenReports {

    private final Documents documents;

    OpenReports(Documents documents) {
        this.documents = documents;
    }

    /** Those of the given teams that had not submitted one for the quarter at that commit. */
    public List<String> teams(Collection<String> teams, Quarter quarter, long asOf) {
        var found = documents.find(
                Report.KIND, teams.stream().map(team -> id(team, quarter)).toList());
        return teams.stream()
                .filter(team -> Optional.ofNullable(found.get(id(team, quarter)))
                        .filter(report -> !report.allAsOf(asOf).isEmpty())
                        .isEmpty())
                .sorted()
                .toList();
    }

    private static String id(String team, Quarter quarter) {
        return new ReportId(new TeamId(team), quarter).toString();
    }
}
