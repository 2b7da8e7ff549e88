package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;

/** The records of help that figures count of a team, each event with how it was entered. */
@Component
public record TeamHelp(Documents documents) {

    /** As {@link TeamFigures#help}. */
    public Map<AssistanceId, List<CountedEvent>> of(TeamId team, QuarterDays days) {
        return figures().help(team, days);
    }

    /** As {@link TeamFigures#help}. */
    public Set<AssistanceId> of(TeamId team, Set<MemberId> members, LocalDate first, LocalDate last) {
        return figures().help(team, members, first, last);
    }

    private TeamFigures figures() {
        return new TeamFigures(FigureDocuments.in(documents));
    }
}
