package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.goal.TargetEvent.TargetRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.goal.TargetEvent.TargetWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.UnitIndicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/** How far communes are with what they were asked to reach, before and after the reform of 1 July 2026. */
final class TargetsIT {

    private static final Quarter Q2 = new Quarter(2026, 2);
    private static final Quarter Q3 = new Quarter(2026, 3);
    private static final UnitId C1 = new UnitId("c1");
    private static final UnitId HAMLET = new UnitId("c1-r0");
    private static final UnitId NEXT_HAMLET = new UnitId("c1-r1");
    private static final HouseholdId HOME = new HouseholdId("h-1");
    private static final HouseholdId OTHER = new HouseholdId("h-2");
    private static final Goal TWO = new Goal(Bound.AT_LEAST, 2, Measure.COUNT);
    private static final Goal THREE = new Goal(Bound.AT_LEAST, 3, Measure.COUNT);
    private static final Goal HALF = new Goal(Bound.AT_LEAST, 50, Measure.PERCENT_OF_HOUSEHOLDS);

    private final Sample sample = new Sample(1, 0);
    private final EventLog ledger = sample.scribe;
    private final TeamId team = sample.teams.getFirst();

    TargetsIT() {
        ledger.write(new HouseholdRegistered(HOME, HAMLET, "HO-1"));
        ledger.write(new HouseholdRegistered(OTHER, NEXT_HAMLET, "HO-2"));
    }

    private void help(String id, HouseholdId household, UnitId unit, String day) {
        ledger.write(PlainEvents.help(
                id,
                team,
                Beneficiary.of(household, unit),
                PlainEvents.content(Channel.HOME_VISIT, Mode.DEMONSTRATED, Instant.parse(day + "T03:00:00Z"))));
    }

    private long set(UnitId unit, Quarter quarter, String indicator, Goal goal) {
        return ledger.write(new TargetSet(unit, quarter, indicator, goal, Sample.DECISION))
                .number();
    }

    private static Map<String, Object> only(@Nullable Object lines) {
        assertThat(list(lines)).hasSize(1);
        return list(lines).getFirst();
    }

    @Test
    void everyIndicatorForWhichAUnitCanHaveATargetIsCounted() {
        assertThat(UnitFigures.codes()).containsExactlyInAnyOrderElementsOf(UnitIndicators.codes());
    }

    @Test
    void aCommuneSeesHowManyOfHowManyHouseholdsItHasReached() {
        set(C1, Q2, "H04", TWO);
        set(C1, Q2, "H05", HALF);
        help("a-1", HOME, HAMLET, "2026-05-04");
        help("a-2", HOME, HAMLET, "2026-06-04");
        long before = ledger.ledger.tail().number();
        help("a-3", OTHER, NEXT_HAMLET, "2026-06-30");

        ledger.then(json -> {
            for (String boundaries : List.of("as-was", "as-now")) {
                String uri = "/api/units/c1/targets?quarter=2026-Q2&boundaries=" + boundaries;
                List<Map<String, Object>> now = list(json.answer(uri).get("targets"));
                assertThat(now.getFirst())
                        .containsEntry("indicator", "H04")
                        .containsEntry("numerator", 2)
                        .containsEntry("denominator", 2)
                        .containsEntry("met", true)
                        .containsEntry("instrument", Sample.DECISION.number());
                assertThat(now.get(1))
                        .containsEntry("indicator", "H05")
                        .containsEntry("numerator", 3)
                        .containsEntry("denominator", 2)
                        .containsEntry("met", true);
                assertThat(list(json.answer(uri + "&asOf=" + before).get("targets"))
                                .getFirst())
                        .containsEntry("numerator", 1)
                        .containsEntry("met", false);
                assertThat(list(json.answer("/api/dashboards/c1?quarter=2026-Q2&boundaries=" + boundaries)
                                .get("targets")))
                        .extracting(target -> target.get("numerator"))
                        .containsExactly(2, 3);
            }
            assertThat(only(json.answer("/api/units/p/targets?quarter=2026-Q2").get("below")))
                    .containsEntry("unit", "c1");
        });
    }

    @Test
    void aUnitHasTheFiguresOfItsTeamsTogetherAndWhatNobodyStatedIsNotKnown() {
        set(C1, Q2, "H01", TWO);
        set(C1, Q2, "T03", TWO);
        set(C1, Q2, "P01", TWO);
        long before = ledger.ledger.tail().number();
        sample.teams.forEach(each -> ledger.write(new HouseholdTotalStated(each, Q2, 1)));

        ledger.then(json -> {
            String uri = "/api/units/c1/targets?quarter=2026-Q2";
            Map<String, Object> now = json.answer(uri);
            assertThat(now).containsEntry("on", "2026-06-30");
            assertThat(list(now.get("targets")))
                    .extracting(target -> target.get("indicator"))
                    .containsExactly("H01", "P01", "T03");
            List<Map<String, Object>> reports =
                    list(json.answer("/api/units/c1/reports?quarter=2026-Q2").get("reports"));
            assertThat(reports).isNotEmpty();
            assertThat(list(now.get("targets")).getFirst())
                    .containsEntry("numerator", reports.size())
                    .containsEntry("denominator", 2);
            Map<String, Object> then =
                    list(json.answer(uri + "&asOf=" + before).get("targets")).getFirst();
            assertThat(then).doesNotContainKeys("numerator", "met");
            assertThat(list(json.answer("/api/dashboards/c1?quarter=2026-Q2").get("targets")))
                    .extracting(target -> target.get("numerator"))
                    .isEqualTo(list(now.get("targets")).stream()
                            .map(target -> target.get("numerator"))
                            .toList());
        });
    }

    @Test
    void aRevisedTargetKeepsWhatItWasBeforeAndSaysWhyAndThatTheQuarterWasOver() {
        long first = set(C1, Q2, "H04", THREE);
        ledger.write(
                "can-bo",
                ReasonCode.OFFICIAL_DECISION.name(),
                null,
                new TargetRevised(C1, Q2, "H04", TWO, Sample.DECISION));

        ledger.then(json -> {
            String uri = "/api/units/c1/targets?quarter=2026-Q2";
            Map<String, Object> target = only(json.answer(uri).get("targets"));
            assertThat(target).containsEntry("denominator", 2).containsEntry("met", false);
            List<Map<String, Object>> history = list(target.get("history"));
            assertThat(history)
                    .extracting(each -> Json.map(each.get("goal")).get("value"))
                    .containsExactly(3, 2);
            assertThat(history.getLast())
                    .containsEntry("by", "can-bo")
                    .containsEntry("afterEnd", true)
                    .containsEntry("whyCode", "OFFICIAL_DECISION");
            assertThat(only(json.answer(uri + "&asOf=" + first).get("targets"))).containsEntry("denominator", 3);
        });
    }

    @Test
    void aWithdrawnTargetIsNoTarget() {
        set(C1, Q2, "H04", TWO);
        ledger.write(new TargetWithdrawn(C1, Q2, "H04"));

        ledger.then(json -> {
            assertThat(list(json.answer("/api/units/c1/targets?quarter=2026-Q2").get("targets")))
                    .isEmpty();
            assertThat(json.answer("/api/dashboards/c1?quarter=2026-Q2")).doesNotContainKey("targets");
        });
    }

    @Test
    void theTargetOfAMergedCommuneStaysWithItAndIsNeverAddedToItsSuccessor() {
        set(C1, Q2, "H04", TWO);
        set(C1, Q3, "H04", TWO);
        help("a-1", HOME, HAMLET, "2026-06-30");
        Reform.after(sample);
        set(Reform.SOUTH, Q3, "H04", THREE);

        ledger.then(json -> {
            Map<String, Object> south = json.answer("/api/units/s/targets?quarter=2026-Q2");
            assertThat(list(south.get("targets"))).isEmpty();
            assertThat(only(south.get("former")))
                    .containsEntry("unit", "c1")
                    .containsEntry("lastDay", Reform.DAY_BEFORE.toString())
                    .containsEntry("whole", true)
                    .containsEntry("boundariesOn", Reform.DAY_BEFORE.toString());
            assertThat(only(only(south.get("former")).get("targets"))).containsEntry("numerator", 1);
            Map<String, Object> later = json.answer("/api/units/s/targets?quarter=2026-Q3");
            assertThat(only(later.get("targets"))).containsEntry("denominator", 3);
            assertThat(only(later.get("former"))).containsEntry("unit", "c1");
            assertThat(only(json.answer("/api/units/c1/targets?quarter=2026-Q2").get("targets")))
                    .containsEntry("numerator", 1);
        });
    }

    @Test
    void aCampaignCountsTheHelpOfItsDaysAndEachHouseholdOnce() {
        CampaignId campaign = new CampaignId("c-1");
        List<IndicatorGoal> goals = List.of(
                new IndicatorGoal("H04", TWO), new IndicatorGoal("H05", THREE), new IndicatorGoal("S.vneid", HALF));
        LocalDate first = LocalDate.of(2026, 3, 30);
        ledger.write(new CampaignPlanned(campaign, C1, "Ra quân", first, LocalDate.of(2026, 4, 3), goals, null));
        help("a-0", HOME, HAMLET, "2026-03-29");
        help("a-1", HOME, HAMLET, "2026-03-31");
        ledger.write(new HouseholdRelocated(HOME, HAMLET, NEXT_HAMLET, null, LocalDate.of(2026, 4, 1)));
        help("a-2", HOME, NEXT_HAMLET, "2026-04-02");
        help("a-3", OTHER, NEXT_HAMLET, "2026-04-04");
        long planned = ledger.ledger.tail().number();
        ledger.write(new CampaignRevised(campaign, C1, "Ra quân", first, LocalDate.of(2026, 4, 4), goals, null));

        ledger.then(json -> {
            String uri = "/api/campaigns/c-1";
            Map<String, Object> before = json.answer(uri + "?asOf=" + planned);
            assertThat(list(before.get("goals")))
                    .extracting(goal -> goal.get("numerator"))
                    .containsExactly(1, 2, 2);
            Map<String, Object> after = json.answer(uri);
            assertThat(after)
                    .containsEntry("state", "ENDED")
                    .containsEntry("undated", 0)
                    .doesNotContainKey("instrument");
            assertThat(list(after.get("goals")))
                    .extracting(goal -> goal.get("numerator"))
                    .containsExactly(2, 3, 3);
            Map<String, Object> shown =
                    only(json.answer("/api/dashboards/c1?quarter=2026-Q2").get("campaigns"));
            assertThat(shown).containsEntry("campaign", "c-1").containsEntry("goals", after.get("goals"));
            assertThat(json.answer("/api/dashboards/c1?quarter=2025-Q4")).doesNotContainKey("campaigns");
            assertThat(list(json.whole("/api/units/c1-r0/campaigns").get("answer")))
                    .hasSize(1);
            assertThat(list(json.whole("/api/units/c0/campaigns").get("answer")))
                    .isEmpty();
        });
    }

    /** Of an area that was merged: the same records by the units of its days and by those of today. */
    @Test
    void aCampaignBeforeTheReformIsReadInEitherUnitsWithEqualTotals() {
        List<IndicatorGoal> goals = List.of(new IndicatorGoal("H04", TWO), new IndicatorGoal("H05", THREE));
        LocalDate first = LocalDate.of(2026, 6, 1);
        for (UnitId area : List.of(Sample.PROVINCE, C1, Reform.C0)) {
            ledger.write(new CampaignPlanned(
                    new CampaignId("of-" + area), area, "Ra quân", first, first.plusDays(29), goals, null));
        }
        help("a-1", HOME, HAMLET, "2026-06-02");
        help("a-2", OTHER, NEXT_HAMLET, "2026-06-03");
        help("a-3", new HouseholdId("h-3"), Reform.neighbourhood(0, 1), "2026-06-04");
        help("a-4", new HouseholdId("h-4"), Reform.neighbourhood(0, 0), "2026-06-05");
        help("a-5", new HouseholdId("h-5"), Reform.neighbourhood(2, 0), "2026-06-06");
        new Reform(sample).carryOut();

        ledger.then(json -> {
            for (String area : List.of("p", "c1", "c0")) {
                Map<String, Object> then = json.answer("/api/campaigns/of-" + area + "?boundaries=as-was");
                Map<String, Object> now = json.answer("/api/campaigns/of-" + area + "?boundaries=as-now");
                assertThat(now.get("goals")).as(area).isEqualTo(then.get("goals"));
                assertThat(records(then))
                        .as(area)
                        .isEqualTo(numerator(then.get("goals")))
                        .isPositive();
                assertThat(records(now)).as(area).isEqualTo(numerator(now.get("goals")));
            }
            Map<String, Object> merged = json.answer("/api/campaigns/of-c1?boundaries=as-now");
            assertThat(only(merged.get("places"))).containsEntry("unit", "s");
            assertThat(numerator(only(merged.get("places")).get("goals"))).isEqualTo(2);
            Map<String, Object> divided = json.answer("/api/campaigns/of-c0?boundaries=as-now");
            assertThat(list(divided.get("places")))
                    .filteredOn(place -> "n".equals(place.get("unit")))
                    .singleElement()
                    .satisfies(
                            place -> assertThat(numerator(place.get("goals"))).isEqualTo(1));
            assertThat(numerator(divided.get("undecided"))).isEqualTo(1);
            assertThat(list(json.answer("/api/campaigns/of-p?boundaries=as-was").get("places")))
                    .extracting(place -> place.get("unit"))
                    .contains("c0", "c1", "c2");
        });
    }

    /** Records of help that the places, the area itself and what is undecided have together. */
    private static int records(Map<String, Object> campaign) {
        int undecided = campaign.containsKey("undecided") ? numerator(campaign.get("undecided")) : 0;
        return numerator(campaign.get("area"))
                + undecided
                + list(campaign.get("places")).stream()
                        .mapToInt(place -> numerator(place.get("goals")))
                        .sum();
    }

    private static int numerator(@Nullable Object goals) {
        return (int) Objects.requireNonNull(list(goals).get(1).get("numerator"));
    }
}
