package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.link.IdKind;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.reading.Places;
import vn.soto.query.reading.SubjectPlaces;

/** An outreach session lies in its unit, with its team, and with the organisations that support the team. */
@Component
final class SessionPlaces implements SubjectPlaces {

    private final Documents documents;
    private final Supporters supporters;

    SessionPlaces(Documents documents, Supporters supporters) {
        this.documents = documents;
        this.supporters = supporters;
    }

    @Override
    public IdKind kind() {
        return IdKind.SESSION;
    }

    @Override
    public Map<String, List<Places>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Session> sessions = documents.find(Session.KIND, ids);
        Map<String, Set<String>> supported = supporters.supporting(
                sessions.values().stream().map(Session::team).distinct().toList(), day, asOf);
        Map<String, List<Places>> found = new HashMap<>();
        sessions.forEach((id, session) -> session.asOf(asOf)
                .ifPresent(version -> found.put(
                        id,
                        List.of(Places.inUnits(List.of(session.unit()))
                                .and(Places.ofTeams(List.of(session.team())))
                                .and(Places.ofOrganisations(supported.getOrDefault(session.team(), Set.of())))))));
        return found;
    }
}
