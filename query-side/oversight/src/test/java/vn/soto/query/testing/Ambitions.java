package vn.soto.query.testing;

import java.time.LocalDate;
import java.util.List;
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
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundCancelled;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;

/** The goals of the communes of a sample: one of each event of targets and campaigns, and a round that is cancelled. */
final class Ambitions {

    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final Goal GOAL = new Goal(Bound.AT_LEAST, 90, Measure.PERCENT_OF_HOUSEHOLDS);

    private Ambitions() {}

    static void write(Sample sample) {
        sample.communes.forEach(
                commune -> sample.scribe.write(new TargetSet(commune, QUARTER, "H04", GOAL, Sample.DECISION)));
        sample.scribe.write(new TargetRevised(
                sample.communes.getFirst(),
                QUARTER,
                "H04",
                new Goal(Bound.AT_LEAST, 80, Measure.PERCENT_OF_HOUSEHOLDS),
                Sample.DECISION));
        sample.scribe.write(new TargetWithdrawn(sample.communes.getLast(), QUARTER, "H04"));
        CampaignId campaign = new CampaignId("campaign-1");
        LocalDate first = LocalDate.of(2026, 5, 29);
        LocalDate last = LocalDate.of(2026, 8, 15);
        List<IndicatorGoal> goals = List.of(new IndicatorGoal("H04", GOAL));
        sample.scribe.write(new CampaignPlanned(campaign, Sample.PROVINCE, "Ra quân", first, last, goals, null));
        sample.scribe.write(
                new CampaignRevised(campaign, Sample.PROVINCE, "Ra quân hè", first, last, goals, Sample.DECISION));
        CampaignId other = new CampaignId("campaign-2");
        sample.scribe.write(
                new CampaignPlanned(other, sample.communes.getFirst(), "Chữ ký số", first, last, goals, null));
        sample.scribe.write(new CampaignCancelled(other, sample.communes.getFirst()));
        RoundId round = new RoundId("round-1");
        sample.scribe.write(new RoundOpened(
                round,
                sample.communes.getFirst(),
                RoundKind.COLLECTIVE,
                1,
                List.of(QuarterCalendar.CALENDAR.days(QUARTER)),
                1,
                5));
        sample.scribe.write(new RoundCancelled(round, sample.communes.getFirst()));
    }
}
