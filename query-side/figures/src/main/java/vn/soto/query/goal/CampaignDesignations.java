package vn.soto.query.goal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.Designations;
import vn.soto.query.subject.IdKind;

/** The names of campaigns. */
@Component
record CampaignDesignations(Documents documents) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.CAMPAIGN;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Designated> found = new HashMap<>();
        documents
                .find(Campaign.KIND, ids)
                .forEach((id, campaign) -> campaign.asOf(asOf)
                        .ifPresent(version -> found.put(
                                id,
                                Designated.in(
                                        version.unit(), Designation.always(Designation.Use.NAME, version.name())))));
        return found;
    }
}
