package vn.soto.query.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.outreach.Session.State;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.policy.OwnRecords;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;

@RestController
record OutreachQuestions(
        Outreach outreach,
        SessionRefusals sessionRefusals,
        Teams teams,
        SubjectPeriods periods,
        TeamsOfQuarter ofQuarter,
        UnitPeriods ofUnits,
        OwnRecords own) {

    private static final List<String> CORRECTIONS = List.of("correct-outreach", "void-outreach");

    /** A session lies in its unit, with its team, and with the organisations that support the team. */
    @Bean
    static Subjects sessionSubjects(Documents documents, Supporters supporters) {
        SubjectLookup<Session> sessions = SubjectLookup.of(
                documents,
                Session.KIND,
                (session, day, asOf) -> session.asOf(asOf).map(version -> session));
        return Subjects.at(IdKind.SESSION, (ids, day, asOf) -> {
            Map<String, Session> known = sessions.find(ids, day, asOf);
            List<String> teams = known.values().stream()
                    .map(Session::team)
                    .distinct()
                    .map(TeamId::value)
                    .toList();
            Map<String, Set<String>> supported = supporters.supporting(teams, day, asOf);
            Map<String, Locations> found = new HashMap<>();
            known.forEach((id, session) -> found.put(
                    id,
                    Locations.inUnit(session.unit().value())
                            .and(Locations.ofTeam(session.team().value()))
                            .and(Locations.ofOrganisations(
                                    supported.getOrDefault(session.team().value(), Set.of())))));
            return found;
        });
    }

    /** Without {@code quarter}, the current quarter. */
    @Query(at = "/api/teams/{team}/outreach", right = EndpointRight.SUPPORT, of = "team")
    ProgrammeView programme(
            Asked asked,
            @PathVariable String team,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days) {
        long asOf = asked.asOf();
        teams.requireKnown(team, asOf);
        UnitQuarter wanted = periods.of(IdKind.TEAM, team, quarter, days, asked.today(), asOf);
        return ProgrammeView.of(
                team,
                wanted,
                outreach.programmes(List.of(team), wanted.days(), asOf),
                outreach.groups(team, wanted.lastDay(), asOf));
    }

    @Query(at = "/api/outreach/{session}", right = EndpointRight.SUPPORT, of = "session")
    SessionView session(Asked asked, @PathVariable String session) {
        SessionView found = outreach.find(session, asked.asOf())
                .map(SessionView::of)
                .orElseThrow(() -> QueryProblemException.absent("session", session));
        asked.refusedNow(own.refuse(
                sessionRefusals.of(found, asked.today(), asked.asOf()),
                new OwnRecords.Correctable(IdKind.SESSION, session, OutreachEvent.Told.class, CORRECTIONS),
                asked));
        return found;
    }

    /**
     * @param days       as in {@link ProgrammeView}; the same applies to {@code otherDays}
     * @param held       sessions held
     * @param attendance number of people who attended them
     * @param estimated  number of those people in sessions with estimated attendance
     * @param sessions   sessions in any state, by day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitOutreach(
            UnitId unit,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String days,
            @Nullable OtherDays otherDays,
            String boundaries,
            long held,
            long attendance,
            long estimated,
            List<SessionView> sessions) {

        static UnitOutreach of(String unit, UnitQuarter quarter, Boundaries boundaries, List<SessionView> sessions) {
            List<SessionView> held = sessions.stream()
                    .filter(session -> session.state() == State.HELD)
                    .toList();
            return new UnitOutreach(
                    new UnitId(unit),
                    quarter.quarter().toString(),
                    quarter.firstDay(),
                    quarter.lastDay(),
                    quarter.chosen().text(),
                    quarter.other(),
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
    @Query(
            at = "/api/units/{unit}/outreach",
            right = EndpointRight.RECORDS,
            of = "unit",
            part = true,
            name = "unit-outreach-outreach")
    UnitOutreach outreach(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days,
            @RequestParam Optional<Boundaries> boundaries) {
        long asOf = asked.asOf();
        Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
        LocalDate day = asked.today();
        UnitQuarter wanted = ofUnits.of(unit, quarter, days, day, asOf);
        TeamsOfQuarter.Work work = ofQuarter.of(unit, wanted.days(), chosen, day, asOf);
        List<SessionView> sessions = outreach.programmes(work.teams().keySet(), wanted.days(), asOf).stream()
                .filter(known -> work.units().contains(known.session().unit().value()))
                .map(SessionView::of)
                .toList();
        Set<String> seen = Reader.current()
                .rows(
                        EndpointRight.RECORDS,
                        unit,
                        IdKind.SESSION,
                        sessions.stream()
                                .map(SessionView::session)
                                .map(OutreachId::value)
                                .toList());
        return UnitOutreach.of(
                unit,
                wanted,
                chosen,
                sessions.stream()
                        .filter(session -> seen.contains(session.session().value()))
                        .toList());
    }
}
