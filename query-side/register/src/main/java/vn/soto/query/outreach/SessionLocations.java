package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** An outreach session lies in its unit, with its team, and with the organisations that support the team. */
@Component
record SessionLocations(Documents documents, Supporters supporters) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.SESSION;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Session> sessions = documents.find(Session.KIND, ids);
        Map<String, Set<String>> supported = supporters.supporting(
                sessions.values().stream().map(Session::team).distinct().toList(), day, asOf);
        Map<String, List<Locations>> found = new HashMap<>();
        sessions.forEach((id, session) -> session.asOf(asOf)
                .ifPresent(version -> found.put(
                        id,
                        List.of(Locations.inUnits(List.of(session.unit()))
                                .and(Locations.ofTeams(List.of(session.team())))
                                .and(Locations.ofOrganisations(supported.getOrDefault(session.team(), Set.of())))))));
        return found;
    }
}
