package vn.soto.contracts.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.recognition.Recorded.FIRST;
import static vn.soto.contracts.recognition.Recorded.LAN;
import static vn.soto.contracts.recognition.Recorded.LAN_SCORED;
import static vn.soto.contracts.recognition.Recorded.MINH;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.team.MemberId;

/** The properties of every round, over rounds made at random; the seed is in the name of the test. */
final class RandomRoundsTest {

    private static final int SEEDS = Boolean.getBoolean("soto.long") ? 60 : 15;
    private static final Mode[] MODES = Mode.values();
    private static final Verification[] RESULTS = Verification.values();
    private static final ServiceCategory[] CATEGORIES = {ServiceCategory.VNEID, ServiceCategory.CYBER_SAFETY};

    static Stream<Arguments> rounds() {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(SEEDS)
                .flatMap(seed -> ScoringRules.ALL.stream()
                        .flatMap(rule -> Stream.of(RoundKind.values()).map(kind -> Arguments.of(seed, rule, kind))));
    }

    /** A busy quarter in which days fill up, people deny, records are voided or late, and households are helped again. */
    private static Recorded random(long seed) {
        Random random = new Random(seed);
        Recorded ledger = new Recorded().reported(random.nextInt(4) == 0);
        int households = 1 + random.nextInt(60);
        for (int each = 0; each < random.nextInt(90); each++) {
            ledger.assigned(random.nextBoolean() ? LAN : MINH, "h-" + each);
        }
        int records = random.nextInt(120);
        int days = 1 + random.nextInt(110);
        for (int each = 0; each < records; each++) {
            help(ledger, "r-" + each, "h-" + random.nextInt(households), random, days);
            change(ledger, "r-" + random.nextInt(each + 1), random);
        }
        for (int each = 0; each < random.nextInt(4); each++) {
            ledger.trained("t-" + each, FIRST.plusDays(random.nextInt(120) - 20), LAN, MINH);
        }
        return ledger;
    }

    private static void help(Recorded ledger, String record, String household, Random random, int days) {
        MemberId[] helpers = random.nextInt(5) == 0
                ? new MemberId[] {LAN, MINH}
                : new MemberId[] {random.nextInt(3) == 0 ? MINH : LAN};
        ledger.helped(
                record,
                random.nextInt(10) == 0 ? null : household,
                FIRST.plusDays(random.nextInt(days) - 10),
                MODES[random.nextInt(MODES.length)],
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                helpers);
    }

    private static void change(Recorded ledger, String record, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> ledger.verified(record, Verification.CONFIRMED);
            case 1 -> ledger.verified(record, RESULTS[random.nextInt(RESULTS.length)]);
            case 2 -> {
                if (random.nextInt(3) == 0) {
                    ledger.voided(record);
                }
            }
            case 3 -> ledger.late(record);
            default -> {
                // as recorded
            }
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("rounds")
    void theScoreIsTheSumOfItsPointsAndEachPointIsCountedFromItsEvents(long seed, ScoringRule rule, RoundKind kind) {
        Recorded ledger = random(seed);
        for (CandidateScore score : ledger.scored(kind, rule).candidates()) {
            assertThat(score.score())
                    .isEqualTo(score.criteria().stream()
                            .mapToLong(CriterionScore::points)
                            .sum())
                    .isBetween(0L, 100_000L);
            for (CriterionScore each : score.criteria()) {
                long counted =
                        each.counted().stream().mapToLong(CountedItem::amount).sum();
                assertThat(each.numerator()).isEqualTo(counted);
                assertThat(each.points()).isEqualTo(each.most() * Math.min(counted, each.divisor()) / each.divisor());
                assertThat(each.omitted()).allMatch(item -> !item.positions().isEmpty());
                assertEventsAreCountedOrOmitted(ledger, each);
            }
        }
    }

    /** No event is both counted and omitted, and each is one that the ledger has. */
    private static void assertEventsAreCountedOrOmitted(Recorded ledger, CriterionScore score) {
        List<Long> counted = score.counted().stream()
                .flatMap(item -> item.positions().stream())
                .toList();
        Set<Long> omitted = new HashSet<>();
        score.omitted().forEach(item -> omitted.addAll(item.positions()));
        assertThat(counted).allMatch(position -> position > 0 && position < ledger.events.size());
        if (score.criterion() != Criterion.TRAININGS) {
            assertThat(counted).doesNotHaveDuplicates().noneMatch(omitted::contains);
            assertThat(counted).allMatch(position -> ledger.events.get(position.intValue()) instanceof AssistanceEvent);
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("rounds")
    void oneMoreConfirmedRecordNeverLowersAScore(long seed, ScoringRule rule, RoundKind kind) {
        Recorded ledger = random(seed);
        RoundScoring before = ledger.scored(kind, rule);
        Random random = new Random(-seed);
        help(ledger, "more", "h-" + random.nextInt(70), random, 90);
        ledger.verified("more", Verification.CONFIRMED);
        RoundScoring after = ledger.scored(kind, rule);

        for (CandidateScore score : before.candidates()) {
            CandidateScore now = after.find(score.candidate()).orElseThrow();
            assertThat(now.score()).as(score.candidate().id()).isGreaterThanOrEqualTo(score.score());
            for (int each = 0; each < now.criteria().size(); each++) {
                assertThat(now.criteria().get(each).points())
                        .isGreaterThanOrEqualTo(score.criteria().get(each).points());
            }
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("rounds")
    void theSameEventsMakeTheSameBytes(long seed, ScoringRule rule, RoundKind kind) {
        ScoreContent content = random(seed).scored(kind, rule).content(7, "ab".repeat(32));

        assertThat(random(seed).scored(kind, rule).content(7, "ab".repeat(32)).bytes())
                .isEqualTo(content.bytes());
        assertThat(content.hash())
                .isNotEqualTo(random(seed)
                        .scored(kind, rule)
                        .content(8, "ab".repeat(32))
                        .hash());
    }

    /** MINH did the same as LAN, household by household: the same score. */
    @Test
    void equalInputsHaveEqualScores() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            Recorded ledger = new Recorded().reported(false);
            for (int each = 0; each < 1 + random.nextInt(80); each++) {
                int household = random.nextInt(30);
                int day = random.nextInt(100);
                Mode mode = MODES[random.nextInt(MODES.length)];
                boolean confirmed = random.nextInt(3) == 0;
                for (MemberId member : List.of(LAN, MINH)) {
                    String record = member + "-" + each;
                    ledger.helped(
                            record,
                            member + "-h" + household,
                            FIRST.plusDays(day),
                            mode,
                            ServiceCategory.VNEID,
                            member);
                    if (confirmed) {
                        ledger.verified(record, Verification.CONFIRMED);
                    }
                }
            }
            for (ScoringRule rule : ScoringRules.ALL) {
                RoundScoring scoring = ledger.scored(RoundKind.INDIVIDUAL, rule);
                assertThat(scoring.find(LAN_SCORED).orElseThrow().score())
                        .as("seed %d", seed)
                        .isEqualTo(
                                scoring.find(Candidate.of(MINH)).orElseThrow().score());
            }
        }
    }

    @Test
    void aRuleGivesAHundredPointsAtMost() {
        assertThat(ScoringRules.ALL)
                .allSatisfy(rule -> assertThat(rule.weights().stream()
                                .mapToLong(ScoringRule.Weight::points)
                                .sum())
                        .isEqualTo(100_000));
    }
}
