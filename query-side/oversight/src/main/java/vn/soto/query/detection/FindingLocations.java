package vn.soto.query.detection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A finding lies where its team lies. */
@Component
final class FindingLocations implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.FINDING;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.forEach(id -> FindingId.parse(id)
                .ifPresent(finding -> found.put(id, List.of(Locations.ofTeams(List.of(finding.team()))))));
        return found;
    }
}
