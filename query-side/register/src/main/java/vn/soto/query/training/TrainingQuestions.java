package vn.soto.query.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
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
record TrainingQuestions(TeamTrainings trainings, Teams teams, TeamsOfQuarter ofQuarter, UnitPeriods periods) {

    /** A session lies with the teams whose members attended and the organisation that holds it; before it is held, everywhere. */
    @Bean
    static Subjects trainingSubjects(Documents documents) {
        return Subjects.at(
                IdKind.TRAINING,
                SubjectLookup.of(documents, Training.KIND, (training, day, asOf) -> TrainingView.of(training, asOf))
                        .map(TrainingQuestions::places));
    }

    private static Locations places(TrainingView training) {
        Locations places = Locations.ofTeams(training.attendees().stream()
                        .map(attendee -> attendee.team().value())
                        .distinct()
                        .toList())
                .and(Locations.ofOrganisations(Stream.ofNullable(training.organisation())
                        .map(OrganisationId::value)
                        .toList()));
        return training.attendees().isEmpty() ? places.and(Locations.OPEN) : places;
    }

    @Query(at = "/api/trainings/{training}", right = EndpointRight.SUPPORT, of = "training")
    TrainingView training(Asked asked, @PathVariable String training) {
        TrainingView found = trainings
                .find(training, asked.asOf())
                .orElseThrow(() -> QueryProblemException.absent("training", training));
        asked.refusedNow(found.status().stage().refusals());
        return seen(found);
    }

    /** With those who attended for teams that the reader reaches. */
    private static TrainingView seen(TrainingView training) {
        Set<String> teams = Reader.current()
                .reached(
                        EndpointRight.SUPPORT,
                        IdKind.TEAM,
                        training.attendees().stream()
                                .map(attendee -> attendee.team().value())
                                .toList());
        return training.of(training.attendees().stream()
                .filter(trained -> teams.contains(trained.team().value()))
                .toList());
    }

    /** Lists the sessions that members of a team attended, by day, with those members. */
    @Query(at = "/api/teams/{team}/trainings", right = EndpointRight.SUPPORT, of = "team")
    List<TrainingView> ofTeam(Asked asked, @PathVariable String team) {
        long asOf = asked.asOf();
        teams.requireKnown(team, asOf);
        return trainings.of(team, asOf);
    }

    /**
     * @param days      {@code reporting} for the days of the unit's report, {@code calendar} for those of the calendar quarter
     * @param otherDays those of the other choice of {@code days}; absent if they are the same
     * @param trained   number of members who attended at least one of them
     * @param trainings sessions by day, each with those members of the unit's teams who attended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitTrainings(
            UnitId unit,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String days,
            @Nullable OtherDays otherDays,
            String boundaries,
            long trained,
            List<TrainingView> trainings) {

        static UnitTrainings of(String unit, UnitQuarter quarter, Boundaries boundaries, List<TrainingView> trainings) {
            long trained = trainings.stream()
                    .filter(TrainingView::isHeld)
                    .flatMap(training -> training.attendees().stream())
                    .map(Attendee::member)
                    .distinct()
                    .count();
            return new UnitTrainings(
                    new UnitId(unit),
                    quarter.quarter().toString(),
                    quarter.firstDay(),
                    quarter.lastDay(),
                    quarter.chosen().text(),
                    quarter.other(),
                    boundaries.text(),
                    trained,
                    trainings);
        }
    }

    /** Without {@code quarter}, the current quarter; without {@code boundaries}, of the teams in the units of the quarter. */
    @Query(
            at = "/api/units/{unit}/trainings",
            right = EndpointRight.RECORDS,
            of = "unit",
            part = true,
            name = "unit-trainings-trainings")
    UnitTrainings trainings(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days,
            @RequestParam Optional<Boundaries> boundaries) {
        long asOf = asked.asOf();
        Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
        LocalDate day = asked.today();
        UnitQuarter wanted = periods.of(unit, quarter, days, day, asOf);
        Set<String> there =
                ofQuarter.of(unit, wanted.days(), chosen, day, asOf).teams().keySet();
        Set<String> seen = Reader.current().rows(EndpointRight.RECORDS, unit, IdKind.TEAM, there);
        List<TrainingView> found = trainings.of(seen, asOf).stream()
                .filter(training -> wanted.days().contains(training.on()))
                .toList();
        return UnitTrainings.of(unit, wanted, chosen, found);
    }
}
