package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.outreach.Session.State;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers which outreach sessions took place, or were to take place, in a unit in a quarter. */
@RestController
final class UnitOutreachEndpoint {

    private final QueryExecutor queries;
    private final Outreach outreach;
    private final TeamsOfQuarter teams;
    private final UnitPeriods periods;
    private final Today today;

    UnitOutreachEndpoint(
            QueryExecutor queries, Outreach outreach, TeamsOfQuarter teams, UnitPeriods periods, Today today) {
        this.queries = queries;
        this.outreach = outreach;
        this.teams = teams;
        this.periods = periods;
        this.today = today;
    }

    /**
     * @param held       sessions held
     * @param attendance number of people who attended them
     * @param estimated  number of those people in sessions with estimated attendance
     * @param sessions   sessions in any state, by day
     */
    record UnitOutreach(
            String unit,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String boundaries,
            long held,
            long attendance,
            long estimated,
            List<SessionView> sessions) {

        static UnitOutreach of(String unit, QuarterDays days, Boundaries boundaries, List<SessionView> sessions) {
            List<SessionView> held = sessions.stream()
                    .filter(session -> session.state() == State.HELD)
                    .toList();
            return new UnitOutreach(
                    unit,
                    days.quarter().toString(),
                    days.firstDay(),
                    days.lastDay(),
                    boundaries.text(),
                    held.size(),
                    ProgrammeView.people(held),
                    ProgrammeView.people(held.stream()
                            .filter(session -> session.basis() == CountBasis.ESTIMATE)
                            .toList()),
                    sessions);
        }
    }

    /** Without {@code quarter}, the current quarter; without {@code boundaries}, in the units of the quarter. */
    @Requires(value = EndpointRight.RECORDS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/outreach")
    Mono<QueryAnswer<UnitOutreach>> outreach(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries) {
        Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            QuarterDays asked =
                    periods.of(unit, quarter, Optional.empty(), day, asOf).days();
            TeamsOfQuarter.Work work = teams.of(unit, asked, chosen, day, asOf);
            List<SessionView> sessions = outreach.programmes(work.teams().keySet(), asked, asOf).stream()
                    .filter(known -> work.units().contains(known.session().unit()))
                    .map(SessionView::of)
                    .toList();
            Set<String> seen = Reader.current()
                    .rows(
                            EndpointRight.RECORDS,
                            unit,
                            IdKind.SESSION,
                            sessions.stream().map(SessionView::session).toList());
            return UnitOutreach.of(
                    unit,
                    asked,
                    chosen,
                    sessions.stream()
                            .filter(session -> seen.contains(session.session()))
                            .toList());
        });
    }
}
