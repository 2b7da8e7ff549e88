package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.team.TeamOnDay;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/**
 * Answers queries about requests on the day given, otherwise the day of {@code asOf}, otherwise today. Later steps are
 * not in an answer, and overdue is decided on that day.
 */
@RestController
record RequestQuestions(
        Queues queues, RequestLists lists, Units units, EndedUnitLists ended, Teams teams, Persons persons) {

    /** A request lies in the unit in which it was received, and with the team in charge. */
    @Bean
    static Subjects requestSubjects(Documents documents) {
        return Subjects.at(
                IdKind.REQUEST,
                SubjectLookup.of(
                                documents,
                                SupportRequest.KIND,
                                (request, day, asOf) -> Queues.known(request, LocalDate.MAX, asOf))
                        .map(known -> Locations.inUnit(known.request().unit().value())
                                .and(Locations.ofTeams(
                                        Stream.ofNullable(known.step().team())
                                                .map(TeamId::value)
                                                .toList()))));
    }

    @Query(at = "/api/requests/{request}", right = EndpointRight.RECORDS, of = "request")
    RequestView request(Asked asked, @PathVariable String request, @RequestParam Optional<LocalDate> on) {
        long asOf = asked.asOf();
        RequestLists.Day day = day(on, asked);
        Queues.Known known = queues.find(request, day.steps(), asOf)
                .orElseThrow(() -> QueryProblemException.absent("request", request));
        queues.find(request, day(Optional.empty(), asked).steps(), asOf)
                .ifPresent(now -> asked.refusedNow(persons.stage(Subject.of(new SupportRequestId(request)))
                        .refuse(now.step().stage().refusals(now.request().household() != null))));
        return RequestView.of(known, day, asOf, texts(known.request()));
    }

    private Persons.Texts texts(SupportRequest request) {
        return persons.texts(List.of(request.subject()));
    }

    /**
     * Lists the open requests of a unit and of all below it, newest first. {@code state=overdue} asks for those past
     * their due day, {@code state=closed} for those resolved or declined, closed last first.
     */
    @Query(at = "/api/units/{unit}/requests", right = EndpointRight.RECORDS, of = "unit", part = true)
    RequestLists.Page ofUnit(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Listing.State> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        if (units.find(unit, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        Listing listing = Listing.of(state, before, asked.limit(limit));
        if (listing.state() == Listing.State.ALL) {
            throw QueryProblemException.malformed("state", "all", Listing.State.without(Listing.State.ALL));
        }
        RequestLists.Day day = day(on, asked);
        RequestLists.Page page = listing.state() == Listing.State.CLOSED
                ? lists.closedIn(unit, listing, day, asOf)
                : lists.ofUnit(unit, listing, day, asOf);
        if (page.requests().isEmpty()) {
            ended.check(lists.question(), unit, day.on(), asOf);
        }
        return page;
    }

    /**
     * Lists a team's queue, newest first: the requests waiting in the units it covers and those it has taken. With
     * {@code state=overdue} only those past their due day, with {@code state=all} all it has ever taken.
     */
    @Query(at = "/api/teams/{team}/requests", right = EndpointRight.RECORDS, of = "team")
    RequestLists.Page ofTeam(
            Asked asked,
            @PathVariable String team,
            @RequestParam Optional<Listing.State> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        RequestLists.Day day = day(on, asked);
        TeamOnDay found = teams.on(team, day.on(), asOf).orElseThrow(() -> QueryProblemException.absent("team", team));
        Listing listing = Listing.of(state, before, asked.limit(limit));
        if (listing.state() == Listing.State.CLOSED) {
            throw QueryProblemException.malformed("state", "closed", Listing.State.without(Listing.State.CLOSED));
        }
        return listing.state() == Listing.State.ALL
                ? lists.taken(team, listing, day, asOf)
                : lists.ofTeam(team, found, listing, day, asOf);
    }

    private RequestLists.Day day(Optional<LocalDate> on, Asked asked) {
        LocalDate present = asked.today();
        LocalDate day = on.orElse(present);
        return new RequestLists.Day(day, day.isBefore(present));
    }
}
