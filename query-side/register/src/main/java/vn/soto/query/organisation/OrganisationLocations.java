package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** An organisation is its own place; those who have a right in a unit or team see all, because any may support them. */
@Component
record OrganisationLocations(Supporters supporters) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.ORGANISATION;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.forEach(id -> supporters
                .find(id, asOf)
                .ifPresent(organisation -> found.put(
                        id, List.of(Locations.ofOrganisations(List.of(id)).and(Locations.OPEN)))));
        return found;
    }
}
