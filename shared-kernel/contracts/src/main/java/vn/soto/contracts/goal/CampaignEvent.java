package vn.soto.contracts.goal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of a campaign: some days in which a unit is to achieve something. */
public sealed interface CampaignEvent extends ProductEvent, OfUnit {

    CampaignId campaign();

    /**
     * @param unit       area of the campaign
     * @param goals      one for each indicator
     * @param instrument document that calls for it; absent if there is none
     */
    @StoredAs("campaign.planned.v1")
    record CampaignPlanned(
            CampaignId campaign,
            UnitId unit,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            List<IndicatorGoal> goals,
            @Nullable Instrument instrument)
            implements CampaignEvent, Dated {

        public CampaignPlanned {
            goals = List.copyOf(goals);
        }

        @Override
        public LocalDate happenedOn() {
            return firstDay;
        }
    }

    /** Replaces all that was planned, except the area. */
    @CorrectsAny({CampaignPlanned.class, CampaignRevised.class})
    @StoredAs("campaign.revised.v1")
    record CampaignRevised(
            CampaignId campaign,
            UnitId unit,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            List<IndicatorGoal> goals,
            @Nullable Instrument instrument)
            implements CampaignEvent, Correcting {

        public CampaignRevised {
            goals = List.copyOf(goals);
        }
    }

    @StoredAs("campaign.cancelled.v1")
    record CampaignCancelled(CampaignId campaign, UnitId unit) implements CampaignEvent {}
}
