package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.Persons;
import vn.soto.query.team.TeamOnDay;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/**
 * Answers queries about requests on the day given, otherwise the day of {@code asOf}, otherwise today: what happened later is
 * not in an answer, and overdue is decided on it.
 */
@RestController
final class RequestEndpoint {

    private final QueryExecutor queries;
    private final Queues queues;
    private final RequestLists lists;
    private final Units units;
    private final EndedUnitLists ended;
    private final Teams teams;
    private final Persons persons;
    private final QuerySettings settings;
    private final Today today;

    RequestEndpoint(
            QueryExecutor queries,
            Queues queues,
            RequestLists lists,
            Units units,
            EndedUnitLists ended,
            Teams teams,
            Persons persons,
            QuerySettings settings,
            Today today) {
        this.queries = queries;
        this.queues = queues;
        this.lists = lists;
        this.units = units;
        this.ended = ended;
        this.teams = teams;
        this.persons = persons;
        this.settings = settings;
        this.today = today;
    }

    @Requires(value = EndpointRight.RECORDS, of = "request")
    @GetMapping("/api/requests/{request}")
    Mono<QueryAnswer<RequestView>> request(
            QueryContext context, Viewer viewer, @PathVariable String request, @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> {
            RequestLists.Day day = day(on, context, asOf);
            return queues.find(request, day.steps(), asOf)
                    .map(known -> RequestView.of(known, day, asOf, texts(known.request(), viewer)))
                    .orElseThrow(() -> QueryProblemException.absent("request", request));
        });
    }

    private Persons.Texts texts(SupportRequest request, Viewer viewer) {
        return persons.texts(List.of(request.subject()), viewer);
    }

    /**
     * Lists the open requests of a unit and of all below it, newest first; with {@code state=overdue} those past their
     * due day, with {@code state=closed} those resolved or declined, closed last first.
     */
    @Requires(value = EndpointRight.RECORDS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/requests")
    Mono<QueryAnswer<RequestLists.Page>> ofUnit(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Listing.State> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        return queries.answer(context, asOf -> {
            if (units.find(unit, asOf).isEmpty()) {
                throw QueryProblemException.absent("unit", unit);
            }
            Listing listing = Listing.of(state, before, limit, settings);
            if (listing.state() == Listing.State.ALL) {
                throw QueryProblemException.malformed("state", "all", Listing.State.without(Listing.State.ALL));
            }
            RequestLists.Day day = day(on, context, asOf);
            RequestLists.Page page = listing.state() == Listing.State.CLOSED
                    ? lists.closedIn(unit, listing, day, asOf)
                    : lists.ofUnit(unit, listing, day, asOf);
            if (page.requests().isEmpty()) {
                ended.check(lists.question(), unit, day.on(), asOf);
            }
            return page;
        });
    }

    /**
     * Lists a team's queue, newest first: the requests waiting in the units it covers and those it has taken. With
     * {@code state=overdue} only those past their due day, with {@code state=all} all it has ever taken.
     */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/requests")
    Mono<QueryAnswer<RequestLists.Page>> ofTeam(
            QueryContext context,
            @PathVariable String team,
            @RequestParam Optional<Listing.State> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        return queries.answer(context, asOf -> {
            RequestLists.Day day = day(on, context, asOf);
            TeamOnDay found =
                    teams.on(team, day.on(), asOf).orElseThrow(() -> QueryProblemException.absent("team", team));
            Listing listing = Listing.of(state, before, limit, settings);
            if (listing.state() == Listing.State.CLOSED) {
                throw QueryProblemException.malformed("state", "closed", Listing.State.without(Listing.State.CLOSED));
            }
            return listing.state() == Listing.State.ALL
                    ? lists.taken(team, listing, day, asOf)
                    : lists.ofTeam(team, found, listing, day, asOf);
        });
    }

    private RequestLists.Day day(Optional<LocalDate> on, QueryContext context, long asOf) {
        LocalDate present = today.of(context, asOf);
        LocalDate day = on.orElse(present);
        return new RequestLists.Day(day, day.isBefore(present));
    }
}
