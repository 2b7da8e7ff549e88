package vn.soto.query.goal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Queries about campaigns, as known at a commit. */
@Component
public record Campaigns(Documents documents) {

    public Optional<Campaign.Version> find(String campaign, long asOf) {
        return documents.find(Campaign.KIND, campaign).flatMap(found -> found.asOf(asOf));
    }

    /** The campaigns of these areas by id. */
    public Map<String, Campaign.Version> in(Collection<String> units, long asOf) {
        List<String> ids = CampaignProjector.BY_UNIT.find(units, documents).values().stream()
                .flatMap(List::stream)
                .toList();
        Map<String, Campaign.Version> found = new TreeMap<>();
        documents
                .find(Campaign.KIND, ids)
                .forEach((id, campaign) -> campaign.asOf(asOf).ifPresent(version -> found.put(id, version)));
        return found;
    }
}
