package vn.soto.contracts.stipend;

import vn.soto.contracts.goal.CampaignId;

/**
 * The rate of a campaign.
 *
 * @param perDay for a person and day in its list, whole đồng
 */
public record CampaignRate(CampaignId campaign, long perDay) {}
