package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A candidate lies where the member or the team lies. */
@Component
record CandidateLocations(ObjectProvider<SubjectLocations> all) implements SubjectLocations {

    /** Asked for at the first question, because this is one of them. */
    @Override
    public IdKind kind() {
        return IdKind.CANDIDATE;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        find(IdKind.MEMBER, CandidateText.MEMBER, ids, day, asOf, found);
        find(IdKind.TEAM, CandidateText.TEAM, ids, day, asOf, found);
        return found;
    }

    private void find(
            IdKind kind,
            String prefix,
            Collection<String> ids,
            LocalDate day,
            long asOf,
            Map<String, List<Locations>> found) {
        List<String> of = ids.stream()
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()))
                .toList();
        if (!of.isEmpty()) {
            all.stream()
                    .filter(each -> each.kind() == kind)
                    .forEach(each -> each.find(of, day, asOf).forEach((id, places) -> found.put(prefix + id, places)));
        }
    }
}
