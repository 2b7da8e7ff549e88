package vn.soto.query.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.timeline.EventLoader;
import vn.soto.query.timeline.Timelines;

/**
 * Derives a team's figures again from what was kept of the ledger: every event that {@link Indicators} counts for a team has
 * that team's tag. (Assignments of a household are in the order of days, so a hand-over between two other teams never takes a
 * household from this team.)
 */
@Component
final class Derivation {

    private final TeamFigures figures;
    private final Timelines timelines;
    private final EventLoader bodies;

    Derivation(Documents documents, Timelines timelines, EventLoader bodies) {
        this.figures = new TeamFigures(FigureDocuments.in(documents));
        this.timelines = timelines;
        this.bodies = bodies;
    }

    /**
     * The figures by a version of their definitions.
     *
     * @param before position after the last event that counts
     */
    Indicators of(int version, TeamId team, Quarter quarter, QuarterCalendar calendar, long before) {
        return figures.derive(version, team, quarter, calendar, before);
    }

    /**
     * The changes of the figures by the events from a position up to another, oldest first.
     *
     * @param from   position of the first event whose changes are wanted
     * @param before position after the last one
     */
    List<FigureStep> steps(
            int version, TeamId team, Quarter quarter, QuarterCalendar calendar, long from, long before) {
        FigureSteps steps = new FigureSteps(new Indicators(version, team, quarter, calendar), from);
        figures.replay(team, calendar.days(quarter), before, steps::on);
        return steps.all();
    }

    /** The events at these positions, all of which are in the team's timeline. */
    Map<Long, EventLoader.Body> bodies(TeamId team, List<Long> positions) {
        Map<Long, EventLoader.Body> found = new HashMap<>();
        bodies.of(timelines.at(team, positions)).forEach(body -> found.put(body.position(), body));
        return found;
    }
}
