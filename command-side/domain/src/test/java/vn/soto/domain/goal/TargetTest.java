package vn.soto.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.goal.TargetRule.TARGET_IS_FOR_AN_INDICATOR_OF_UNITS;
import static vn.soto.domain.goal.TargetRule.TARGET_IS_FOR_A_UNIT_OF_THE_QUARTER;
import static vn.soto.domain.goal.TargetRule.TARGET_IS_SET_ONCE;
import static vn.soto.domain.goal.TargetRule.TARGET_PERCENTAGE_IS_1_TO_100;
import static vn.soto.domain.goal.TargetRule.TARGET_REVISION_CHANGES_SOMETHING;
import static vn.soto.domain.goal.TargetRule.TARGET_TO_REVISE_IS_SET;
import static vn.soto.domain.goal.TargetRule.TARGET_VALUE_IS_PLAUSIBLE;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.goal.TargetEvent.TargetRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.goal.TargetEvent.TargetWithdrawn;
import vn.soto.contracts.goal.TargetId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.goal.TargetCommand.ReviseTarget;
import vn.soto.domain.goal.TargetCommand.SetTarget;
import vn.soto.domain.goal.TargetCommand.WithdrawTarget;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.unit.UnitCommand.MergeUnits;

final class TargetTest extends SampleCommune {

    private static final Quarter Q3 = Quarter.parse("2026-Q3");
    private static final Goal ALL_HOUSEHOLDS = new Goal(Bound.AT_LEAST, 3830, Measure.COUNT);
    private static final Goal MOST_HOUSEHOLDS = new Goal(Bound.AT_LEAST, 90, Measure.PERCENT_OF_HOUSEHOLDS);
    private static final SetTarget SET = set(COMMUNE, Q3, "H04", ALL_HOUSEHOLDS);

    private final Scenario scenario = Scenario.at(NOW).given(units());

    private static SetTarget set(UnitId unit, Quarter quarter, String indicator, Goal goal) {
        return new SetTarget(unit, quarter, indicator, goal, signedOn(FOUNDED));
    }

    private static ReviseTarget revise(Goal goal) {
        return new ReviseTarget(COMMUNE, Q3, "H04", goal, signedOn(FOUNDED), "Thành phố giao lại");
    }

    @Nested
    final class SettingATarget {

        @Test
        void statesWhatTheUnitIsToReachAndWhoSaysSo() {
            scenario.when(SET).decides(new TargetSet(COMMUNE, Q3, "H04", ALL_HOUSEHOLDS, signedOn(FOUNDED)));
        }

        @Test
        void anIndicatorHasOneTargetInAQuarterButEachQuarterAndIndicatorItsOwn() {
            scenario.given(SET);

            scenario.when(SET).isRefusedBy(TARGET_IS_SET_ONCE);
            scenario.given(set(COMMUNE, Q3, "H05", ALL_HOUSEHOLDS), set(COMMUNE, Q3.next(), "H04", ALL_HOUSEHOLDS));
        }

        @Test
        void aUnitThatWasMergedBeforeTheQuarterGetsNoTargetAndItsSuccessorNoneOfItsTargets() {
            UnitId old = new UnitId("u-old");
            scenario.given(establish(old, UnitKind.COMMUNE, "Minh Thạnh Cũ", "25783", PROVINCE))
                    .given(set(old, Q3, "H04", ALL_HOUSEHOLDS))
                    .given(new MergeUnits(COMMUNE, List.of(old), signedOn(FOUNDED), FOUNDED.plusMonths(4)));

            scenario.when(set(old, Quarter.parse("2026-Q4"), "H04", ALL_HOUSEHOLDS))
                    .isRefusedBy(TARGET_IS_FOR_A_UNIT_OF_THE_QUARTER, Quarter.parse("2026-Q4"));
            assertThat(scenario.stream(new TargetId(old, Q3, "H04").toString())).hasSize(1);
            assertThat(scenario.stream(new TargetId(COMMUNE, Q3, "H04").toString()))
                    .isEmpty();
        }

        @Test
        void aUnitThatIsNotThereYetGetsNone() {
            scenario.when(set(COMMUNE, Quarter.parse("2025-Q4"), "H04", ALL_HOUSEHOLDS))
                    .isRefusedBy(TARGET_IS_FOR_A_UNIT_OF_THE_QUARTER, Quarter.parse("2025-Q4"));
            scenario.when(set(NOWHERE, Q3, "H04", ALL_HOUSEHOLDS)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"H01", "H02", "H03", "T03", "H05.joint", "P01", "P02", "P03", "Q01", "C.vneid-level-2"})
        void whatPlacesOrTeamsCountIsATarget(String indicator) {
            scenario.when(set(COMMUNE, Q3, indicator, ALL_HOUSEHOLDS))
                    .decides(new TargetSet(COMMUNE, Q3, indicator, ALL_HOUSEHOLDS, signedOn(FOUNDED)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"H99", "P99", "N01", "x"})
        void whatNobodyCountsIsNoTargetOfAUnit(String indicator) {
            scenario.when(set(COMMUNE, Q3, indicator, ALL_HOUSEHOLDS))
                    .isRefusedBy(TARGET_IS_FOR_AN_INDICATOR_OF_UNITS, indicator);
        }

        @Test
        void aPhoneNumberIsNoIndicator() {
            scenario.when(set(COMMUNE, Q3, "C.0912345678", ALL_HOUSEHOLDS))
                    .isRefusedBy(CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void aValueIsPlausible() {
            scenario.when(set(COMMUNE, Q3, "H04", new Goal(Bound.AT_LEAST, -1, Measure.COUNT)))
                    .isRefusedBy(TARGET_VALUE_IS_PLAUSIBLE, 10_000_000L);
            scenario.when(set(COMMUNE, Q3, "H04", new Goal(Bound.AT_LEAST, 101, Measure.PERCENT_OF_HOUSEHOLDS)))
                    .isRefusedBy(TARGET_PERCENTAGE_IS_1_TO_100);
        }
    }

    @Nested
    final class RevisingATarget {

        @Test
        void replacesTheGoalAndSaysWhy() {
            scenario.given(SET)
                    .when(revise(MOST_HOUSEHOLDS))
                    .decides(new TargetRevised(COMMUNE, Q3, "H04", MOST_HOUSEHOLDS, signedOn(FOUNDED)));
        }

        @Test
        void needsATargetAndAChange() {
            scenario.given(set(COMMUNE, Q3, "H05", ALL_HOUSEHOLDS), SET);

            scenario.when(revise(ALL_HOUSEHOLDS)).isRefusedBy(TARGET_REVISION_CHANGES_SOMETHING);
            scenario.given(new WithdrawTarget(COMMUNE, Q3, "H04", "Giao nhầm đơn vị"));
            scenario.when(revise(MOST_HOUSEHOLDS)).isRefusedBy(TARGET_TO_REVISE_IS_SET);
        }
    }

    @Nested
    final class WithdrawingATarget {

        @Test
        void leavesTheUnitWithoutOneUntilItIsSetAgain() {
            WithdrawTarget withdraw = new WithdrawTarget(COMMUNE, Q3, "H04", "Giao nhầm đơn vị");

            scenario.given(SET).when(withdraw).decides(new TargetWithdrawn(COMMUNE, Q3, "H04"));
            scenario.when(withdraw).isRefusedBy(TARGET_TO_REVISE_IS_SET);
            scenario.given(SET);
        }
    }

    @Nested
    final class MeetingAGoal {

        @Test
        void isReachedAtTheValueItself() {
            assertThat(ALL_HOUSEHOLDS.met(3829, 3830)).isFalse();
            assertThat(ALL_HOUSEHOLDS.met(3830, 3830)).isTrue();
            assertThat(MOST_HOUSEHOLDS.met(89, 99)).isFalse();
            assertThat(MOST_HOUSEHOLDS.met(90, 100)).isTrue();
            assertThat(new Goal(Bound.AT_MOST, 20, Measure.PERCENT_OF_ASSISTANCES).met(21, 100))
                    .isFalse();
            assertThat(new Goal(Bound.AT_MOST, 20, Measure.PERCENT_OF_ASSISTANCES).met(20, 100))
                    .isTrue();
        }
    }
}
