package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.TeamAreas;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;

/** Finds households of the account's own teams by the names of their contacts, which no index holds, and by reference. */
@RestController
record OwnHouseholdsQuestions(Households households, Persons persons, TeamAreas teams, Units units) {

    private static final int MOST = 20;
    private static final int LONGEST = 100;

    /** Households of a team that are looked through: as many as some ten members look after. */
    private static final int LOOKED_THROUGH = 3_000;

    /**
     * @param name of its contact; absent if none is recorded, or the reader may not see it
     * @param mine whether the account's member is responsible for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnHousehold(
            HouseholdId household,
            UnitId unit,
            String reference,
            @Nullable String name,
            @Nullable MemberId member,
            boolean mine) {}

    /** @param more whether a narrower search would find others; how many, nobody is told */
    record OwnHouseholds(List<OwnHousehold> households, boolean more) {}

    /**
     * At most 20 of the households that the account's teams look after, those of its own member first. {@code q} asks
     * for those whose reference or contact's name contains it, with or without accents.
     */
    @Query(at = "/api/households", right = EndpointRight.RECORDS)
    OwnHouseholds own(Asked asked, @RequestParam Optional<String> q) {
        FoldedText searched = FoldedText.of(q.filter(text -> text.length() <= LONGEST)
                .orElseGet(() -> q.map(OwnHouseholdsQuestions::refused).orElse("")));
        return found(searched, asked.today(), asked.asOf());
    }

    private static String refused(String q) {
        throw QueryProblemException.malformed("q", q);
    }

    private OwnHouseholds found(FoldedText searched, LocalDate day, long asOf) {
        String member = member();
        Map<String, HouseholdLine> listed = listed(member, !searched.words().isEmpty(), day, asOf);
        List<HouseholdLine> byReference = listed.values().stream()
                .filter(line -> searched.words().isEmpty()
                        || FoldedText.of(line.reference()).code().contains(searched.code()))
                .limit(MOST + 1L)
                .toList();
        List<Subject> called = searched.words().isEmpty()
                ? List.of()
                : persons.matching(
                        subjects(listed.values()), name -> FoldedText.of(name).has(searched), MOST + 1, asOf);
        List<HouseholdLine> found = Stream.concat(
                        byReference.stream(), called.stream().map(subject -> listed.get(subject.id())))
                .distinct()
                .toList();
        List<HouseholdLine> shown = found.stream().limit(MOST).toList();
        Map<Subject, String> names = persons.names(subjects(shown), asOf);
        return new OwnHouseholds(
                shown.stream()
                        .map(line -> own(line, names.get(subject(line)), member))
                        .toList(),
                found.size() > MOST);
    }

    private static List<Subject> subjects(Collection<HouseholdLine> lines) {
        return lines.stream().map(OwnHouseholdsQuestions::subject).toList();
    }

    private static Subject subject(HouseholdLine line) {
        return Subject.of(line.household());
    }

    private static OwnHousehold own(HouseholdLine line, @Nullable String name, String member) {
        return new OwnHousehold(
                line.household(),
                line.unit(),
                line.reference(),
                name,
                line.member(),
                !member.isEmpty()
                        && line.member() != null
                        && member.equals(line.member().value()));
    }

    private static String member() {
        LinkedPerson person = Reader.current().rights().person();
        return person == null || person.member() == null ? "" : person.member().value();
    }

    /** @param all whether also those of others in the teams; a member is first offered their own */
    private Map<String, HouseholdLine> listed(String member, boolean all, LocalDate day, long asOf) {
        Stream<HouseholdLine> mine = member.isEmpty()
                ? Stream.empty()
                : households
                        .ofMember(member, day, HouseholdQuestions::isSeen, 0, LOOKED_THROUGH, asOf)
                        .items()
                        .stream();
        Map<String, HouseholdLine> listed = byId(mine);
        if (all || listed.isEmpty()) {
            byId(households
                            .ofUnits(area(day, asOf), day, HouseholdQuestions::isSeen, 0, LOOKED_THROUGH, asOf)
                            .items()
                            .stream())
                    .forEach(listed::putIfAbsent);
        }
        return listed;
    }

    private static Map<String, HouseholdLine> byId(Stream<HouseholdLine> lines) {
        return lines.collect(Collectors.toMap(
                line -> line.household().value(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private List<String> area(LocalDate day, long asOf) {
        List<String> own = Reader.current().giving(EndpointRight.RECORDS).stream()
                .map(Right::scope)
                .flatMap(scope -> scope instanceof Scope.OfTeam(var team) ? Stream.of(team.value()) : Stream.empty())
                .distinct()
                .toList();
        return teams.covered(own, day, asOf).values().stream()
                .flatMap(List::stream)
                .flatMap(unit -> units.gathered(unit, day, asOf).stream())
                .distinct()
                .toList();
    }
}
