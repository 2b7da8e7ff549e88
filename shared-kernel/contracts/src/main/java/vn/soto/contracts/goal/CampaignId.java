package vn.soto.contracts.goal;

import vn.soto.contracts.shared.Id;

public record CampaignId(String value) implements Id {

    public CampaignId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
