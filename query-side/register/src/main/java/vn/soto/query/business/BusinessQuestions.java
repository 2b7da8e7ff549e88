package vn.soto.query.business;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.person.Subject;
import vn.soto.projection.Documents;
import vn.soto.projection.log.Page;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.ListedUnits;
import vn.soto.query.unit.PlacedReferences;
import vn.soto.query.unit.PlacedReferences.Placed;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

@RestController
record BusinessQuestions(Businesses businesses, TeamsByUnit teams, Units units, ListedUnits listed, Persons persons) {

    /** A business lies in the unit in which it is recorded; it is called by the commune's code, trade names stay sealed. */
    @Bean
    static Subjects businessSubjects(Documents documents, PlacedReferences references) {
        SubjectLookup<Placed> placed = SubjectLookup.of(
                documents,
                Business.KIND,
                (business, day, asOf) -> business.from() <= asOf
                        ? Optional.of(new Placed(
                                business.home(day, asOf).unit().value(),
                                business.registration(asOf).reference()))
                        : Optional.empty());
        return Subjects.at(IdKind.BUSINESS, placed.map(found -> Locations.inUnit(found.unit())))
                .named(references.of(placed));
    }

    @Query(at = "/api/businesses/{business}", right = EndpointRight.RECORDS, of = "business")
    BusinessView business(Asked asked, @PathVariable String business) {
        long asOf = asked.asOf();
        Business found =
                businesses.find(business, asOf).orElseThrow(() -> QueryProblemException.absent("business", business));
        asked.refusedNow(persons.stage(Subject.of(new BusinessId(business)))
                .refuse(found.stage(asked.today(), asOf).refusals()));
        return view(found, asked.today(), asOf);
    }

    private BusinessView view(Business business, LocalDate day, long asOf) {
        String home = business.home(day, asOf).unit().value();
        return BusinessView.of(
                business,
                units.current(home, day, asOf),
                teams.of(home, day, asOf),
                businesses.tradeNames(List.of(business)),
                day,
                asOf);
    }

    /**
     * Lists the businesses that operate in a residential unit, with those of units that wholly became part of it. Of a
     * commune it lists those of its residential units, one unit after the other.
     */
    @Query(at = "/api/units/{unit}/businesses", right = EndpointRight.RECORDS, of = "unit", part = true)
    Page<BusinessLine> ofUnit(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return page(unit, asked.today(), Range.FROM.check(from).orElse(0L), asked.limit(limit), asked.asOf());
    }

    private Page<BusinessLine> page(String unit, LocalDate day, long from, int limit, long asOf) {
        return businesses.ofUnits(listed.of("/api/units/{unit}/businesses", unit, day, asOf), day, from, limit, asOf);
    }
}
