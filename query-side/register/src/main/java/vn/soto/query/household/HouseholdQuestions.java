package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.projection.log.Page;
import vn.soto.query.assistance.HelpLines;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.member.Members;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.unit.ListedUnits;
import vn.soto.query.unit.PlacedReferences;
import vn.soto.query.unit.PlacedReferences.Placed;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;

@RestController
record HouseholdQuestions(
        Households households,
        Persons persons,
        ListedUnits units,
        Members members,
        HelpLines help,
        HouseholdStages stages,
        SubjectPeriods periods) {

    /**
     * A household lies in the unit in which it is recorded, and with the team of the member responsible for it. It is
     * called by the commune's code.
     */
    @Bean
    static Subjects householdSubjects(Documents documents, PlacedReferences references) {
        return Subjects.at(IdKind.HOUSEHOLD, SubjectLookup.of(documents, Household.KIND, HouseholdQuestions::places))
                .named(references.of(SubjectLookup.of(
                        documents,
                        Household.KIND,
                        (household, day, asOf) -> household.from() <= asOf
                                ? Optional.of(new Placed(
                                        household.home(day, asOf).unit().value(), household.reference(asOf)))
                                : Optional.empty())));
    }

    private static Optional<Locations> places(Household household, LocalDate day, long asOf) {
        return household.from() > asOf
                ? Optional.empty()
                : Optional.of(Locations.inUnit(household.home(day, asOf).unit().value())
                        .and(Locations.ofTeams(household.charge(day, asOf).map(Charge::team).stream()
                                .map(Objects::requireNonNull)
                                .map(TeamId::value)
                                .toList())));
    }

    /** @param contact contact person; absent until recorded */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(
            @JsonUnwrapped HouseholdView household,
            @Nullable Person contact) {}

    @Query(at = "/api/households/{household}", right = EndpointRight.RECORDS, of = "household")
    Known household(Asked asked, @PathVariable String household) {
        long asOf = asked.asOf();
        Household found = households
                .find(household, asOf)
                .orElseThrow(() -> QueryProblemException.absent("household", household));
        asked.refusedNow(persons.stage(Subject.of(new HouseholdId(household)))
                .refuse(stages.of(found, asked.today(), asOf).refusals()));
        return known(households.view(found, asked.today(), asOf), contact(household, asOf));
    }

    private static Known known(HouseholdView household, Optional<Person> contact) {
        return new Known(household, contact.isPresent() ? contact.get() : null);
    }

    private Optional<Person> contact(String household, long asOf) {
        return persons.find(Subject.of(new HouseholdId(household)), asOf);
    }

    /**
     * Lists the households that live in a residential unit and count, with those of units that wholly became part of
     * it. Of a commune it lists those of its residential units, one unit after the other. {@code unassigned=true} asks
     * only for those without a member who can act, {@code helped=false} for those not helped in the current quarter.
     * {@code reference} asks for those with that code, {@code part} for those whose code contains it; case and signs
     * between letters and digits are ignored. Pages belong together as of one commit.
     */
    @Query(
            at = "/api/units/{unit}/households",
            right = EndpointRight.RECORDS,
            of = "unit",
            part = true,
            name = "household-list-of-unit")
    Page<HouseholdLine> ofUnit(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<BooleanParameter> unassigned,
            @RequestParam Optional<BooleanParameter> helped,
            @RequestParam Optional<String> reference,
            @RequestParam Optional<String> part,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        LocalDate day = asked.today();
        List<String> listed = units.of("/api/units/{unit}/households", unit, day, asOf);
        Predicate<HouseholdLine> was = was(helped, IdKind.UNIT, unit, day, asOf);
        boolean noOne = unassigned.equals(Optional.of(BooleanParameter.TRUE));
        String code = FoldedText.of(reference.orElse("")).code();
        return households.ofUnits(
                listed,
                day,
                line -> (!noOne || line.unassigned())
                        && (code.isEmpty()
                                || FoldedText.of(line.reference()).code().equals(code))
                        && has(line, part)
                        && was.test(line),
                Range.FROM.check(from).orElse(0L),
                asked.limit(limit),
                asOf);
    }

    static boolean has(HouseholdLine line, Optional<String> part) {
        return part.filter(wanted -> !FoldedText.of(line.reference())
                        .code()
                        .contains(FoldedText.of(wanted).code()))
                .isEmpty();
    }

    /** Whether a household was helped in the current quarter of the unit or member, if that is asked. */
    private Predicate<HouseholdLine> was(
            Optional<BooleanParameter> wanted, IdKind kind, String id, LocalDate day, long asOf) {
        if (wanted.isEmpty()) {
            return line -> true;
        }
        QuarterDays days = periods.of(kind, id, Optional.empty(), Optional.empty(), day, asOf)
                .days();
        return line -> wanted.equals(Optional.of(BooleanParameter.TRUE))
                == help.helped(line.household().value(), days, asOf);
    }

    /**
     * Lists the households a member is responsible for, in all teams that the reader reaches. {@code helped=false} asks
     * only for those not helped in the current quarter, {@code part} for those whose code contains it.
     */
    @Query(
            at = "/api/members/{member}/households",
            right = EndpointRight.RECORDS,
            of = "member",
            name = "household-list-of-member")
    Page<HouseholdLine> ofMember(
            Asked asked,
            @PathVariable String member,
            @RequestParam Optional<BooleanParameter> helped,
            @RequestParam Optional<String> part,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        members.require(member, asOf);
        LocalDate day = asked.today();
        Predicate<HouseholdLine> was = was(helped, IdKind.MEMBER, member, day, asOf);
        return households.ofMember(
                member,
                day,
                line -> isSeen(line) && has(line, part) && was.test(line),
                Range.FROM.check(from).orElse(0L),
                asked.limit(limit),
                asOf);
    }

    /** Also of who is responsible for it: whoever left a team, or was never confirmed in it, has no right there. */
    static boolean isSeen(HouseholdLine line) {
        return Reader.current()
                .reaches(
                        EndpointRight.RECORDS,
                        Locations.inUnit(line.unit().value())
                                .and(Locations.ofTeams(Stream.ofNullable(line.team())
                                        .map(TeamId::value)
                                        .toList())));
    }
}
