package vn.soto.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.query.timeline.EventLoader;
import vn.soto.query.timeline.Place;
import vn.soto.query.timeline.Timelines;

/**
 * Derives a team's figures again from the ledger, through its timeline: every event that {@link Indicators} counts for
 * a team has that team's tag. (Assignments of a household are in the order of days, so a hand-over between two other
 * teams never takes a household from this team.)
 */
@Component
final class Derivation {

    private final Timelines timelines;
    private final EventLoader bodies;
    private final EventCodec codec;

    Derivation(Timelines timelines, EventLoader bodies, EventCodec codec) {
        this.timelines = timelines;
        this.bodies = bodies;
        this.codec = codec;
    }

    /** The figures as of a commit, by a version of their definitions. */
    Indicators of(int version, TeamId team, Quarter quarter, QuarterCalendar calendar, long upTo) {
        Indicators indicators = new Indicators(version, team, quarter, calendar);
        bodies.of(timelines.of(team, upTo))
                .forEach(body -> indicators.on(
                        body.position(),
                        codec.decode(body.event().type(), body.event().payload())));
        return indicators;
    }

    /** The events at these positions, all of which are in the team's timeline. */
    Map<Long, EventLoader.Body> bodies(TeamId team, List<Long> positions, long upTo) {
        Map<Long, Place> places = new HashMap<>();
        timelines.of(team, upTo).forEach(place -> places.put(place.position(), place));
        List<Place> wanted = new ArrayList<>();
        positions.stream().distinct().sorted().map(places::get).forEach(wanted::add);
        Map<Long, EventLoader.Body> found = new HashMap<>();
        bodies.of(wanted).forEach(body -> found.put(body.position(), body));
        return found;
    }
}
