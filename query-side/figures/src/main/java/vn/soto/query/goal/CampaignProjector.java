package vn.soto.query.goal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.goal.CampaignEvent;
import vn.soto.contracts.goal.CampaignEvent.CampaignCancelled;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.goal.Campaign.Version;

/** Projects campaigns; those of one unit share its list. */
@Component
final class CampaignProjector extends VersionedProjector<CampaignEvent, Version, Campaign> {

    /** The campaigns of each area. */
    static final RowListType<String> BY_UNIT = RowListType.ids("campaigns-in");

    CampaignProjector() {
        super(
                "campaigns",
                CampaignEvent.class,
                event -> event.campaign().value(),
                Campaign.KIND,
                List.of(Campaign.KIND, BY_UNIT.documents()));
    }

    @Override
    protected Campaign begin(CampaignEvent event, EventContext at) {
        return new Campaign(event.campaign().value(), List.of());
    }

    @Override
    protected Version after(CampaignEvent event, Optional<Version> before, EventContext at) {
        UnitId unit = event.unit();
        return switch (event) {
            case CampaignPlanned planned ->
                new Version(
                        at.position(),
                        at.commit(),
                        unit,
                        planned.name(),
                        planned.firstDay(),
                        planned.lastDay(),
                        planned.goals(),
                        planned.instrument(),
                        false);
            case CampaignRevised revised ->
                new Version(
                        at.position(),
                        at.commit(),
                        unit,
                        revised.name(),
                        revised.firstDay(),
                        revised.lastDay(),
                        revised.goals(),
                        revised.instrument(),
                        false);
            case CampaignCancelled _ -> before.orElseThrow().cancelledBy(at.position(), at.commit());
        };
    }

    @Override
    protected void index(CampaignEvent event, Campaign model, Optional<Version> before, Version after, Batch batch) {
        BY_UNIT.add(after.unit().value(), model.id(), batch);
    }
}
