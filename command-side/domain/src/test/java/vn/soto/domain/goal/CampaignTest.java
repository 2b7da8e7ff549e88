package vn.soto.domain.goal;

import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_COUNTS_HELP;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_HAS_ONE_GOAL_FOR_AN_INDICATOR;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_HAS_SOME_BUT_NOT_TOO_MANY_GOALS;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_IS_IN_A_UNIT_THAT_IS_THERE;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_IS_NOT_CANCELLED;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_LASTS_NO_LONGER_THAN_A_YEAR;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_REVISION_CHANGES_SOMETHING;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignEvent.CampaignCancelled;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.goal.CampaignCommand.CancelCampaign;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.goal.CampaignCommand.ReviseCampaign;

final class CampaignTest extends SampleCommune {

    private static final CampaignId CAMPAIGN = new CampaignId("c-1");
    private static final LocalDate FIRST = LocalDate.parse("2026-05-29");
    private static final LocalDate LAST = LocalDate.parse("2026-08-15");
    private static final IndicatorGoal SIGNATURES = goal("S.digital-signature", 200);

    private final Scenario scenario = Scenario.at(NOW).given(units());

    private static IndicatorGoal goal(String indicator, long value) {
        return new IndicatorGoal(indicator, new Goal(Bound.AT_LEAST, value, Measure.COUNT));
    }

    private static PlanCampaign plan(LocalDate first, LocalDate last, IndicatorGoal... goals) {
        return new PlanCampaign(
                CAMPAIGN, COMMUNE, "Chữ ký số cho thanh niên", first, last, List.of(goals), signedOn(FOUNDED));
    }

    private static ReviseCampaign revise(LocalDate last) {
        return new ReviseCampaign(
                CAMPAIGN,
                "Chữ ký số cho thanh niên",
                FIRST,
                last,
                List.of(SIGNATURES),
                signedOn(FOUNDED),
                "Kéo dài thêm một tuần");
    }

    @Nested
    final class PlanningACampaign {

        @Test
        void statesItsDaysAreaAndGoals() {
            scenario.when(plan(FIRST, LAST, SIGNATURES))
                    .decides(new CampaignPlanned(
                            CAMPAIGN,
                            COMMUNE,
                            "Chữ ký số cho thanh niên",
                            FIRST,
                            LAST,
                            List.of(SIGNATURES),
                            signedOn(FOUNDED)));
        }

        @Test
        void itsDaysAreInOrderWithinAYearAndInAUnitThatIsThere() {
            scenario.when(plan(LAST, FIRST, SIGNATURES)).isRefusedBy(CAMPAIGN_ENDS_ON_OR_AFTER_ITS_FIRST_DAY);
            scenario.when(plan(FIRST, FIRST.plusDays(366), SIGNATURES))
                    .isRefusedBy(CAMPAIGN_LASTS_NO_LONGER_THAN_A_YEAR, 366);
            scenario.when(plan(FOUNDED.minusDays(1), LAST, SIGNATURES))
                    .isRefusedBy(CAMPAIGN_IS_IN_A_UNIT_THAT_IS_THERE, FOUNDED.minusDays(1));
        }

        @Test
        void itHasOneGoalForEachOfSomeIndicatorsThatCountHelp() {
            scenario.when(plan(FIRST, LAST)).isRefusedBy(CAMPAIGN_HAS_SOME_BUT_NOT_TOO_MANY_GOALS, 20);
            scenario.when(plan(FIRST, LAST, SIGNATURES, goal("S.digital-signature", 300)))
                    .isRefusedBy(CAMPAIGN_HAS_ONE_GOAL_FOR_AN_INDICATOR, "S.digital-signature");
            scenario.when(plan(FIRST, LAST, goal("T02", 300))).isRefusedBy(CAMPAIGN_COUNTS_HELP, "T02");
        }
    }

    @Nested
    final class ChangingACampaign {

        @Test
        void replacesWhatWasPlanned() {
            scenario.given(plan(FIRST, LAST, SIGNATURES));

            scenario.when(revise(LAST)).isRefusedBy(CAMPAIGN_REVISION_CHANGES_SOMETHING);
            scenario.when(revise(LAST.plusDays(7)))
                    .decides(new CampaignRevised(
                            CAMPAIGN,
                            COMMUNE,
                            "Chữ ký số cho thanh niên",
                            FIRST,
                            LAST.plusDays(7),
                            List.of(SIGNATURES),
                            signedOn(FOUNDED)));
        }

        @Test
        void endsWithItsCancellation() {
            CancelCampaign cancel = new CancelCampaign(CAMPAIGN, "Trùng với đợt của thành phố");

            scenario.given(plan(FIRST, LAST, SIGNATURES))
                    .when(cancel)
                    .decides(new CampaignCancelled(CAMPAIGN, COMMUNE));
            scenario.when(cancel).isRefusedBy(CAMPAIGN_IS_NOT_CANCELLED);
            scenario.when(revise(LAST.plusDays(7))).isRefusedBy(CAMPAIGN_IS_NOT_CANCELLED);
        }
    }
}
