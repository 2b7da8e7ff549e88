package vn.soto.query.goal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A campaign lies in the unit that is its area. */
@Component
record CampaignLocations(Documents documents) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.CAMPAIGN;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents
                .find(Campaign.KIND, ids)
                .forEach((id, campaign) -> campaign.asOf(asOf)
                        .ifPresent(version -> found.put(id, List.of(Locations.inUnits(List.of(version.unit()))))));
        return found;
    }
}
