package vn.soto.query.organisation;

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
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.organisation.Organisation.Registration;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.web.EndpointRight;

@RestController
record OrganisationQuestions(Supporters supporters) {

    /** An organisation is its own place; those who have a right in a unit or team see all, because any may support them. */
    @Bean
    static Subjects organisationSubjects(Documents documents) {
        SubjectLookup<Registration> known = SubjectLookup.of(
                documents,
                Organisation.KIND,
                (organisation, day, asOf) ->
                        organisation.from() <= asOf ? Optional.of(organisation.registration(asOf)) : Optional.empty());
        return Subjects.at(IdKind.ORGANISATION, (ids, day, asOf) -> {
                    Map<String, Locations> found = new HashMap<>();
                    known.find(ids, day, asOf)
                            .keySet()
                            .forEach(id -> found.put(
                                    id, Locations.ofOrganisations(List.of(id)).and(Locations.OPEN)));
                    return found;
                })
                .named(known.map(registration -> Designated.called(null, registration.name())));
    }

    record OrganisationView(OrganisationId organisation, String name, OrganisationKind kind, List<SupportView> teams) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record SupportView(
                TeamId team, LocalDate from, @Nullable LocalDate until) {}

        static OrganisationView of(Organisation organisation, long asOf) {
            Organisation.Registration registration = organisation.registration(asOf);
            return new OrganisationView(
                    new OrganisationId(organisation.id()),
                    registration.name(),
                    registration.kind(),
                    organisation
                            .asOf(asOf)
                            .map(support -> new SupportView(support.team(), support.since(), support.until()))
                            .toList());
        }
    }

    /** Lists the organisations by name; an officer of one finds that one. */
    @Query(at = "/api/organisations", right = EndpointRight.SUPPORT)
    List<OrganisationView> list(Asked asked) {
        long asOf = asked.asOf();
        List<Organisation> all = supporters.all(asOf);
        Set<String> seen = Reader.current()
                .reached(
                        EndpointRight.SUPPORT,
                        IdKind.ORGANISATION,
                        all.stream().map(Organisation::id).toList());
        return all.stream()
                .filter(organisation -> seen.contains(organisation.id()))
                .map(organisation -> OrganisationView.of(organisation, asOf))
                .toList();
    }

    @Query(at = "/api/organisations/{organisation}", right = EndpointRight.SUPPORT, of = "organisation")
    OrganisationView organisation(Asked asked, @PathVariable String organisation) {
        long asOf = asked.asOf();
        return supporters
                .find(organisation, asOf)
                .map(found -> OrganisationView.of(found, asOf))
                .orElseThrow(() -> QueryProblemException.absent("organisation", organisation));
    }
}
