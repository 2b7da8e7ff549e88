package vn.soto.query.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;

/** Queries about campaigns, as known at a commit. */
@Component
public final class Campaigns implements EndedUnitList {

    private final Documents documents;
    private final Units units;

    Campaigns(Documents documents, Units units) {
        this.units = units;
        this.documents = documents;
    }

    public Optional<Campaign.Version> find(String campaign, long asOf) {
        return documents.find(Campaign.KIND, campaign).flatMap(found -> found.asOf(asOf));
    }

    /** The campaigns of a unit and of those that contain it on a day, by id; throws the problem of an absent unit. */
    public Map<String, Campaign.Version> over(String unit, LocalDate day, long asOf) {
        return in(units.upward(unit, day, asOf), asOf);
    }

    @Override
    public String question() {
        return "/api/units/{unit}/campaigns";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return over(unit, day, asOf).isEmpty();
    }

    /** The campaigns of these areas by id. */
    public Map<String, Campaign.Version> in(Collection<String> areas, long asOf) {
        List<String> ids = documents.find(CampaignProjector.BY_UNIT, areas).values().stream()
                .flatMap(list -> list.ids().stream())
                .toList();
        Map<String, Campaign.Version> found = new TreeMap<>();
        documents
                .find(Campaign.KIND, ids)
                .forEach((id, campaign) -> campaign.asOf(asOf).ifPresent(version -> found.put(id, version)));
        return found;
    }
}
