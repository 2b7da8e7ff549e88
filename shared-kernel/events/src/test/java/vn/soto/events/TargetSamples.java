package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignEvent.CampaignCancelled;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.goal.TargetEvent.TargetRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.goal.TargetEvent.TargetWithdrawn;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;

/** A sample of each event of targets and campaigns. */
final class TargetSamples {

    private TargetSamples() {}

    static void add(Map<String, DomainEvent> samples) {
        UnitId unit = new UnitId("u-commune");
        Quarter quarter = new Quarter(2026, 3);
        Instrument plan = new Instrument("31/KH-UBND", LocalDate.of(2026, 6, 20));
        samples.put(
                "unit-target.set.v1",
                new TargetSet(unit, quarter, "H04", new Goal(Bound.AT_LEAST, 3830, Measure.COUNT), plan));
        samples.put(
                "unit-target.revised.v1",
                new TargetRevised(
                        unit, quarter, "H04", new Goal(Bound.AT_LEAST, 90, Measure.PERCENT_OF_HOUSEHOLDS), plan));
        samples.put("unit-target.withdrawn.v1", new TargetWithdrawn(unit, quarter, "H04"));
        CampaignId campaign = new CampaignId("019a0000-0000-7000-8000-0000000000c1");
        LocalDate first = LocalDate.of(2026, 5, 29);
        LocalDate last = LocalDate.of(2026, 8, 15);
        List<IndicatorGoal> goals =
                List.of(new IndicatorGoal("S.digital-signature", new Goal(Bound.AT_LEAST, 200_000, Measure.COUNT)));
        List<IndicatorGoal> revised = List.of(
                new IndicatorGoal("M.done-on-behalf", new Goal(Bound.AT_MOST, 20, Measure.PERCENT_OF_ASSISTANCES)));
        samples.put(
                "campaign.planned.v1",
                new CampaignPlanned(campaign, unit, "Chữ ký số cho thanh niên", first, last, goals, plan));
        samples.put(
                "campaign.planned.v1+no-instrument",
                new CampaignPlanned(campaign, unit, "Chữ ký số cho thanh niên", first, last, goals, null));
        samples.put(
                "campaign.revised.v1",
                new CampaignRevised(campaign, unit, "50 ngày chữ ký số", first, last, revised, plan));
        samples.put(
                "campaign.revised.v1+no-instrument",
                new CampaignRevised(campaign, unit, "50 ngày chữ ký số", first, last, revised, null));
        samples.put("campaign.cancelled.v1", new CampaignCancelled(campaign, unit));
    }
}
