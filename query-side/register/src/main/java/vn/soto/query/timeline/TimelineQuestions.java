package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.event.Place;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.link.Paged;
import vn.soto.query.period.Periods;
import vn.soto.query.period.TeamPeriods;
import vn.soto.query.period.Week;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;

@RestController
record TimelineQuestions(TeamTimelines timelines, Entries entries, Teams teams, Periods periods) {

    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);
    private static final Comparator<Place> BY_POSITION = Comparator.comparingLong(Place::position);

    /**
     * A page of a team's events that the reader may see, of the kinds asked for.
     *
     * @param entries     from {@code from} on, oldest first; with {@code before} the last first
     * @param next        {@code from} of the next page, or with {@code before} its {@code before}; absent on the last
     * @param total       number of entries over all pages
     * @param kinds       number of the events by kind, whichever were asked for
     * @param corrections number of those that correct something, of any kind
     * @param backwards   whether it goes backwards
     * @param perWeek     the entries over all pages by the week of recording, weeks without any left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            TeamId team,
            List<Entry> entries,
            @Nullable Long next,
            long total,
            Map<TimelineKind, Long> kinds,
            long corrections,
            List<Week> perWeek,
            @JsonIgnore boolean backwards)
            implements Paged {

        @Override
        public String nextParameter() {
            return backwards ? "before" : "from";
        }
    }

    /**
     * The events of a team from position {@code from} on, oldest first, or those before position {@code before}, the
     * last first. {@code kind} asks only for some kinds, such as {@code people,reports,corrections}.
     */
    @Query(at = "/api/teams/{team}/timeline", right = EndpointRight.RECORDS, of = "team")
    Page timeline(
            Asked asked,
            @PathVariable String team,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<TimelineKinds> kind,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        TimelineKinds wanted = kind.orElse(TimelineKinds.ALL);
        int most = asked.limit(limit);
        Optional<Long> first = Range.FROM.check(from);
        Optional<Long> end = BEFORE.check(before);
        if (first.isPresent() && end.isPresent()) {
            throw QueryProblemException.malformed("before", Long.toString(end.get()));
        }
        TeamCard card = teams.requireKnown(team, asOf);
        TimelineQuery chosen = new TimelineQuery(new TeamId(team), first, end, readable(team), wanted, most);
        TeamPeriods known = periods.of(card::areaOn, card.lastDay(), asOf);
        return page(chosen, known, asOf, language);
    }

    private static Predicate<TimelineRow> readable(String team) {
        boolean stipends = Reader.current().reaches(EndpointRight.STIPENDS, IdKind.TEAM, team);
        return row -> stipends || row.kind() != TimelineKind.STIPENDS;
    }

    /**
     * @param before   of a page that goes backwards
     * @param readable condition on the rows that the reader may see
     * @param wanted   condition on the rows asked for, among those
     */
    record TimelineQuery(
            TeamId team,
            Optional<Long> from,
            Optional<Long> before,
            Predicate<TimelineRow> readable,
            Predicate<TimelineRow> wanted,
            int most) {}

    private Page page(TimelineQuery asked, TeamPeriods periods, long asOf, Locale language) {
        List<Place> places;
        List<Place> shown;
        List<Entry> found;
        do {
            // What is found damaged is left out of the next look, so that a page has fewer entries only at the end.
            places = timelines.page(asked, asOf);
            shown = places.subList(0, Math.min(asked.most, places.size()));
            found = entries.of(shown.stream().sorted(BY_POSITION).toList(), periods, asOf, language);
        } while (found.size() < shown.size());
        TeamTimelines.Counts counts = timelines.counts(asked, asOf);
        int next = asked.before.isPresent() ? asked.most - 1 : asked.most;
        return new Page(
                asked.team,
                asked.before.isPresent() ? found.reversed() : found,
                places.size() > asked.most ? places.get(next).position() : null,
                counts.total(),
                counts.kinds(),
                counts.corrections(),
                counts.perWeek(),
                asked.before.isPresent());
    }
}
