package vn.soto.contracts.goal;

import vn.soto.contracts.shared.StateRefusals;

/** The state of a campaign, as far as it decides which commands are possible. */
public record CampaignStage(boolean cancelled) {

    public boolean stands() {
        return !cancelled;
    }

    public StateRefusals refusals() {
        return new StateRefusals().unless(stands(), "CAMPAIGN_IS_NOT_CANCELLED", "revise-campaign", "cancel-campaign");
    }
}
