package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A team is its own place, in the units it covers, and a place of the organisations that support it. */
@Component
record TeamLocations(Teams teams, Supporters supporters) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.TEAM;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Set<String> known = teams.find(ids, asOf).keySet();
        Map<String, Set<String>> supported = supporters.supporting(known, day, asOf);
        Map<String, List<Locations>> found = new HashMap<>();
        known.forEach(id -> found.put(
                id,
                List.of(Locations.ofTeams(List.of(id))
                        .and(Locations.ofOrganisations(supported.getOrDefault(id, Set.of()))))));
        return found;
    }
}
