package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.assistance.HelpLine;
import vn.soto.query.assistance.HelpLines;
import vn.soto.query.household.Households;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.web.EndpointRight;

/** The help that a household got. */
@RestController
record HouseholdHelpQuestions(Households households, HelpLines lines, SubjectPeriods periods) {

    /** A record of help lies in the unit of whom was helped, and with the teams that helped. */
    @Bean
    static Subjects assistanceSubjects(Documents documents) {
        return Subjects.at(
                IdKind.ASSISTANCE,
                SubjectLookup.of(documents, Assistance.KIND, (help, day, asOf) -> help.asOf(asOf))
                        .map(help -> places(help.state())));
    }

    private static Locations places(AssistanceState state) {
        return Locations.inUnit(state.beneficiary().unit().value())
                .and(Locations.ofTeams(Stream.concat(
                                Stream.of(state.team()),
                                state.helpers().stream().map(CreditShare::team).flatMap(Stream::ofNullable))
                        .map(TeamId::value)
                        .distinct()
                        .toList()));
    }

    private static final int YEARS = 2;

    /**
     * @param firstDay  of the eight quarters up to {@code quarter}
     * @param days      {@code reporting} for the days of the reports where it lives, {@code calendar} for calendar quarters
     * @param otherDays those that {@code quarter} has by the other choice of {@code days}; absent if they are the same
     * @param count     records of {@code quarter} that count
     * @param records   of all eight quarters, the latest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HouseholdHelp(
            HouseholdId household,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String days,
            @Nullable OtherDays otherDays,
            long count,
            List<HelpLine> records) {}

    /** The records of help of eight quarters, up to {@code quarter}; without it, up to the current one. */
    @Query(at = "/api/households/{household}/assistances", right = EndpointRight.RECORDS, of = "household")
    HouseholdHelp help(
            Asked asked,
            @PathVariable String household,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days) {
        long asOf = asked.asOf();
        if (!households.isKnown(household, asOf)) {
            throw QueryProblemException.absent("household", household);
        }
        LocalDate day = asked.today();
        UnitQuarter last = periods.of(IdKind.HOUSEHOLD, household, quarter, days, day, asOf);
        Quarter first =
                new Quarter(last.quarter().year() - YEARS, last.quarter().number()).next();
        LocalDate begin = periods.of(
                        IdKind.HOUSEHOLD, household, Optional.of(first), Optional.of(last.chosen()), day, asOf)
                .firstDay();
        List<HelpLine> records = lines.ofHousehold(household, begin, last.lastDay(), asOf);
        return new HouseholdHelp(
                new HouseholdId(household),
                last.quarter().toString(),
                begin,
                last.lastDay(),
                last.chosen().text(),
                last.other(),
                records.stream()
                        .filter(record -> !record.voided() && !record.day().isBefore(last.firstDay()))
                        .count(),
                records);
    }
}
