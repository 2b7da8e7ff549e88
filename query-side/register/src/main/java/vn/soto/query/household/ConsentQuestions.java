package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.log.Page;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.team.TeamAreas;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** The consents of households: to what, since when, and what they withdrew. */
@RestController
record ConsentQuestions(Households households, Persons persons, HouseholdStages stages, TeamAreas teams, Units units) {

    /** @param consents all that it ever gave, oldest first */
    record Consents(HouseholdId household, List<ConsentPeriod> consents) {}

    /**
     * @param team      of the responsible {@code member}; both absent while nobody is
     * @param given     purposes of the consents in force
     * @param withdrawn purposes of those that it withdrew
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HouseholdConsents(
            HouseholdId household,
            UnitId unit,
            @Nullable TeamId team,
            @Nullable MemberId member,
            List<ConsentPurpose> given,
            List<ConsentPurpose> withdrawn) {}

    /** The consents of a household by purpose, each with its days, its witness and the commits that recorded its beginning and its end. */
    @Query(at = "/api/households/{household}/consents", right = EndpointRight.RECORDS, of = "household")
    Consents ofHousehold(Asked asked, @PathVariable String household) {
        long asOf = asked.asOf();
        Household found = households
                .find(household, asOf)
                .orElseThrow(() -> QueryProblemException.absent("household", household));
        asked.refusedNow(persons.stage(Subject.of(new HouseholdId(household)))
                .refuse(stages.of(found, asked.today(), asOf).refusals()));
        return new Consents(new HouseholdId(household), ConsentPeriod.of(found.agreements(asOf)));
    }

    /**
     * Lists the households in the area of a team with what each consents to. {@code purpose} asks for those with a consent
     * to it in force, {@code part} for those whose code contains it.
     */
    @Query(at = "/api/teams/{team}/consents", right = EndpointRight.RECORDS, of = "team")
    Page<HouseholdConsents> ofTeam(
            Asked asked,
            @PathVariable String team,
            @RequestParam Optional<ConsentPurpose> purpose,
            @RequestParam Optional<String> part,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        LocalDate day = asked.today();
        List<String> area = Optional.ofNullable(
                        teams.covered(List.of(team), day, asOf).get(team))
                .orElseThrow(() -> QueryProblemException.absent("team", team));
        Page<HouseholdLine> page = households.ofUnits(
                area.stream()
                        .flatMap(unit -> units.gathered(unit, day, asOf).stream())
                        .distinct()
                        .toList(),
                day,
                line -> HouseholdQuestions.isSeen(line)
                        && HouseholdQuestions.has(line, part)
                        && (purpose.isEmpty() || line(line, asOf).given().contains(purpose.get())),
                Range.FROM.check(from).orElse(0L),
                asked.limit(limit),
                asOf);
        return new Page<>(page.items().stream().map(line -> line(line, asOf)).toList(), page.next());
    }

    private HouseholdConsents line(HouseholdLine line, long asOf) {
        List<ConsentPeriod> consents = households
                .find(line.household().value(), asOf)
                .map(household -> ConsentPeriod.of(household.agreements(asOf)))
                .orElse(List.of());
        return new HouseholdConsents(
                line.household(),
                line.unit(),
                line.team(),
                line.member(),
                ConsentPeriod.inForce(consents),
                ConsentPeriod.withdrawn(consents));
    }
}
