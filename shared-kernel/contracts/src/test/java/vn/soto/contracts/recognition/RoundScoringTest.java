package vn.soto.contracts.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.contracts.assistance.Mode.DEMONSTRATED;
import static vn.soto.contracts.assistance.Mode.DONE_ON_BEHALF;
import static vn.soto.contracts.assistance.Mode.SELF_PERFORMED;
import static vn.soto.contracts.catalogue.ServiceCategory.CYBER_SAFETY;
import static vn.soto.contracts.catalogue.ServiceCategory.VNEID;
import static vn.soto.contracts.recognition.Criterion.ACTIVE_MONTHS;
import static vn.soto.contracts.recognition.Criterion.CONFIRMED;
import static vn.soto.contracts.recognition.Criterion.HOUSEHOLDS_HELPED;
import static vn.soto.contracts.recognition.Criterion.TRAININGS;
import static vn.soto.contracts.recognition.Omission.DAY_CAP;
import static vn.soto.contracts.recognition.Recorded.FIRST;
import static vn.soto.contracts.recognition.Recorded.LAN;
import static vn.soto.contracts.recognition.Recorded.LAN_SCORED;
import static vn.soto.contracts.recognition.Recorded.MINH;
import static vn.soto.contracts.recognition.Recorded.TEAM_SCORED;
import static vn.soto.contracts.recognition.Recorded.criterion;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.Verification;

final class RoundScoringTest {

    private final Recorded ledger = new Recorded();

    private CriterionScore lan(Criterion criterion) {
        return criterion(criterion, ledger.lan(1));
    }

    private static List<Omission> omitted(CriterionScore score) {
        return score.omitted().stream().map(OmittedItem::why).toList();
    }

    private static String[] households(int number) {
        return IntStream.range(0, number).mapToObj(each -> "h-" + each).toArray(String[]::new);
    }

    @Nested
    final class HouseholdsHelped {

        @Test
        void countOnceWithAllTheirRecordsAndMoreIfConfirmed() {
            ledger.helped("a", "h-1", 0, DEMONSTRATED)
                    .helped("b", "h-1", 5, DEMONSTRATED)
                    .helped("c", "h-2", 5, DONE_ON_BEHALF)
                    .verified("b", Verification.CONFIRMED);

            CriterionScore score = lan(HOUSEHOLDS_HELPED);

            assertThat(score.counted())
                    .containsExactly(new CountedItem(1_000, List.of(1L, 2L, 4L)), new CountedItem(800, List.of(3L)));
            assertThat(score.numerator()).isEqualTo(1_800);
            assertThat(score.divisor()).as("at least fifty households").isEqualTo(50_000);
            assertThat(score.points()).isEqualTo(40_000 * 1_800 / 50_000);
        }

        @Test
        void areDividedByTheHouseholdsAssigned() {
            ledger.assigned(LAN, households(100)).assigned(MINH, "m-1").helped("a", "h-1", 0, DEMONSTRATED);

            assertThat(lan(HOUSEHOLDS_HELPED).size()).isEqualTo(100);
            assertThat(lan(HOUSEHOLDS_HELPED).points()).isEqualTo(40_000 * 800 / 100_000);
        }

        @Test
        void makeNoMoreThanAllPoints() {
            for (int each = 0; each < 70; each++) {
                ledger.helped("a-" + each, "h-" + each, each, DEMONSTRATED);
            }
            assertThat(lan(HOUSEHOLDS_HELPED).numerator()).isEqualTo(56_000);
            assertThat(lan(HOUSEHOLDS_HELPED).points()).isEqualTo(40_000);
        }

        @Test
        void ofTwoHelpersGiveEachTheirShareAndTheTeamTheWhole() {
            ledger.helped("a", "h-1", FIRST, DEMONSTRATED, VNEID, LAN, MINH);

            assertThat(lan(HOUSEHOLDS_HELPED).numerator()).isEqualTo(400);
            assertThat(criterion(
                                    HOUSEHOLDS_HELPED,
                                    ledger.scored(RoundKind.COLLECTIVE, 1)
                                            .find(TEAM_SCORED)
                                            .orElseThrow())
                            .numerator())
                    .isEqualTo(800);
        }
    }

    @Nested
    final class WhatDoesNotCount {

        @Test
        void isNamedWithItsReason() {
            ledger.helped("a", "h-1", FIRST.minusDays(1), DEMONSTRATED, VNEID, LAN)
                    .helped("b", "h-2", 0, DEMONSTRATED)
                    .helped("c", "h-3", 0, DEMONSTRATED)
                    .helped("d", "h-4", 0, DEMONSTRATED)
                    .helped("e", null, FIRST, DEMONSTRATED, VNEID, LAN)
                    .helped("f", "h-5", FIRST.minusDays(60), DEMONSTRATED, VNEID, LAN)
                    .helped("g", "h-6", FIRST, DEMONSTRATED, VNEID, MINH)
                    .voided("b")
                    .verified("c", Verification.DENIED)
                    .late("d");

            assertThat(lan(HOUSEHOLDS_HELPED).counted()).isEmpty();
            assertThat(lan(HOUSEHOLDS_HELPED).omitted())
                    .containsExactlyInAnyOrder(
                            new OmittedItem(Omission.OUTSIDE_PERIOD, List.of(1L)),
                            new OmittedItem(Omission.VOIDED, List.of(2L, 8L)),
                            new OmittedItem(Omission.DENIED, List.of(3L, 9L)),
                            new OmittedItem(Omission.LATE, List.of(4L, 10L)),
                            new OmittedItem(Omission.NOT_A_HOUSEHOLD, List.of(5L)));
        }

        @Test
        void isHelpOfAFormerMemberUntilSomebodyHasConfirmedIt() {
            ledger.helped("a", "h-1", 0, DEMONSTRATED)
                    .unconfirmed("a")
                    .helped("b", "h-2", 0, DEMONSTRATED)
                    .unconfirmed("b")
                    .confirmed("b");

            assertThat(lan(HOUSEHOLDS_HELPED).counted()).containsExactly(new CountedItem(800, List.of(3L, 4L, 5L)));
            assertThat(lan(HOUSEHOLDS_HELPED).omitted())
                    .containsExactly(new OmittedItem(Omission.AWAITS_CONFIRMATION, List.of(1L, 2L)));
        }

        @Test
        void isMoreThanTheRuleCountsOnOneDayOrInOneCategory() {
            for (int each = 0; each < 9; each++) {
                ledger.helped("v-" + each, "h-" + each, FIRST, DEMONSTRATED, VNEID, LAN);
            }
            assertThat(omitted(lan(HOUSEHOLDS_HELPED))).containsExactly(Omission.CATEGORY_CAP);
            for (int each = 0; each < 5; each++) {
                ledger.helped("c-" + each, "g-" + each, FIRST, DEMONSTRATED, CYBER_SAFETY, LAN);
            }
            assertThat(lan(HOUSEHOLDS_HELPED).counted()).hasSize(12);
            assertThat(omitted(lan(HOUSEHOLDS_HELPED))).containsExactly(Omission.CATEGORY_CAP, DAY_CAP);
            ledger.helped("next", "n", FIRST.plusDays(1), DEMONSTRATED, VNEID, LAN);
            assertThat(lan(HOUSEHOLDS_HELPED).counted()).hasSize(13);
        }

        @Test
        void givesNoSkillForHelpOnBehalfOrShown() {
            ledger.helped("a", "h-1", 0, DONE_ON_BEHALF)
                    .helped("b", "h-2", 0, DEMONSTRATED)
                    .helped("c", "h-1", 9, SELF_PERFORMED)
                    .helped("d", "h-3", 0, SELF_PERFORMED);

            CriterionScore first = lan(Criterion.SELF_PERFORMED);
            assertThat(first.counted()).hasSize(2);
            assertThat(omitted(first)).containsExactly(Omission.ON_BEHALF, Omission.NOT_SELF_PERFORMED);
            CriterionScore second = criterion(Criterion.SELF_PERFORMED, ledger.lan(2));
            assertThat(second.counted()).containsExactly(new CountedItem(600, List.of(3L)));
            assertThat(omitted(second))
                    .containsExactlyInAnyOrder(
                            Omission.ON_BEHALF, Omission.NOT_SELF_PERFORMED, Omission.NOT_AFTER_HELP);
        }
    }

    @Test
    void confirmedIsDividedByThoseWhoCouldBeAsked() {
        ledger.helped("a", "h-1", 0, DEMONSTRATED)
                .helped("b", "h-2", 1, DEMONSTRATED)
                .helped("c", "h-3", 2, DEMONSTRATED)
                .verified("a", Verification.CONFIRMED)
                .verified("b", Verification.DENIED)
                .verified("c", Verification.NOT_REACHED);

        CriterionScore score = lan(CONFIRMED);

        assertThat(score.numerator()).isEqualTo(1);
        assertThat(score.size()).isEqualTo(2);
        assertThat(score.divisor()).isEqualTo(5);
        assertThat(score.points()).isEqualTo(4_000);
        assertThat(omitted(score)).containsExactly(Omission.DENIED, Omission.NOT_CONFIRMED);
    }

    @Test
    void monthsAreActiveWithEnoughHelp() {
        for (int each = 0; each < 4; each++) {
            ledger.helped("o-" + each, "h-" + each, each, DEMONSTRATED);
        }
        ledger.helped("n", "h-1", 40, DEMONSTRATED);

        CriterionScore score = lan(ACTIVE_MONTHS);

        assertThat(score.counted()).containsExactly(new CountedItem(1, List.of(1L, 2L, 3L, 4L)));
        assertThat(score.omitted()).containsExactly(new OmittedItem(Omission.QUIET_MONTH, List.of(5L)));
        assertThat(score.points()).isEqualTo(3_333);
    }

    @Test
    void trainingsCountForTheMemberAndTrainedMembersForTheTeam() {
        ledger.trained("t-1", FIRST, LAN, MINH).trained("t-2", FIRST.plusDays(3), LAN);

        assertThat(lan(TRAININGS).numerator()).isEqualTo(2);
        assertThat(lan(TRAININGS).points()).isEqualTo(5_000);
        CandidateScore team =
                ledger.scored(RoundKind.COLLECTIVE, 1).find(TEAM_SCORED).orElseThrow();
        assertThat(criterion(TRAININGS, team).counted())
                .containsExactly(new CountedItem(1, List.of(1L, 2L)), new CountedItem(1, List.of(1L)));
    }

    @Nested
    final class Gates {

        @Test
        void nameEachWithWhatIsAskedAndWhatIsFound() {
            ledger.helped("a", "h-1", 0, DEMONSTRATED)
                    .verified("a", Verification.DENIED)
                    .reported(true);

            assertThat(ledger.lan(1).gates())
                    .containsExactly(
                            new GateResult(Gate.ACTIVE_ON_THE_LAST_DAY, 1, 1),
                            new GateResult(Gate.MONTHS_OF_MEMBERSHIP, 3, 12),
                            new GateResult(Gate.REPORTS_IN_TIME, 1, 0),
                            new GateResult(Gate.DENIED_RECORDS, 0, 1));
            assertThat(ledger.lan(1).failed()).containsExactly(Gate.REPORTS_IN_TIME, Gate.DENIED_RECORDS);
        }

        @Test
        void areOpenAgainOnceTheDeniedRecordIsVoided() {
            ledger.helped("a", "h-1", 0, DEMONSTRATED)
                    .verified("a", Verification.DENIED)
                    .voided("a")
                    .reported(false);

            assertThat(ledger.lan(1).eligible()).isTrue();
        }
    }

    @Nested
    final class Ranks {

        @Test
        void areSharedByEqualScoresAndOneGroupWhereNothingTellsThemApart() {
            ledger.reported(false)
                    .helped("a", "h-1", FIRST, DEMONSTRATED, VNEID, LAN)
                    .helped("b", "h-2", FIRST, DEMONSTRATED, VNEID, MINH);

            Ranking ranking = Ranking.of(ledger.scored(RoundKind.INDIVIDUAL, 1));

            assertThat(ranking.ranked()).extracting(Ranking.Ranked::rank).containsExactly(1, 1);
            assertThat(ranking.ranked()).extracting(Ranking.Ranked::group).containsExactly(1, 1);
        }

        @Test
        void differWhereTheScoresLieFartherApartThanChance() {
            ledger.reported(false).helped("m", "m-1", FIRST, DEMONSTRATED, VNEID, MINH);
            for (int each = 0; each < 3; each++) {
                ledger.helped("a-" + each, "h-" + each, each, DEMONSTRATED);
            }
            assertThat(Ranking.of(ledger.scored(RoundKind.INDIVIDUAL, 1)).ranked())
                    .as("three households or one, of fifty")
                    .extracting(Ranking.Ranked::rank, Ranking.Ranked::group)
                    .containsExactly(tuple(1, 1), tuple(2, 1));
            for (int each = 3; each < 45; each++) {
                ledger.helped("a-" + each, "h-" + each, each, SELF_PERFORMED);
            }
            assertThat(Ranking.of(ledger.scored(RoundKind.INDIVIDUAL, 1)).ranked())
                    .extracting(Ranking.Ranked::group)
                    .containsExactly(1, 2);
        }

        /**
         * One criterion of 40 points with 10 of 50: p = 12/54, variance 40² · 12 · 42 / 54³ = 5.1212, margin 1.96 · 2.2630 = 4.4355
         * points; computed by hand.
         */
        @Test
        void haveTheMarginOfAgrestiAndCoull() {
            CandidateScore score = new CandidateScore(
                    LAN_SCORED,
                    List.of(),
                    List.of(CriterionScore.of(
                            HOUSEHOLDS_HELPED,
                            40_000,
                            50,
                            50_000,
                            List.of(new CountedItem(10_000, List.of())),
                            List.of())));
            assertThat(Ranking.margin(score)).isEqualTo(4_435);
        }
    }
}
