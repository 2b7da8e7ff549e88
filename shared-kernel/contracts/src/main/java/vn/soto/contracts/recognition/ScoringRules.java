package vn.soto.contracts.recognition;

import static vn.soto.contracts.recognition.Criterion.ACTIVE_MONTHS;
import static vn.soto.contracts.recognition.Criterion.CONFIRMED;
import static vn.soto.contracts.recognition.Criterion.HOUSEHOLDS_HELPED;
import static vn.soto.contracts.recognition.Criterion.SELF_PERFORMED;
import static vn.soto.contracts.recognition.Criterion.TRAININGS;
import static vn.soto.contracts.recognition.Gate.ACTIVE_ON_THE_LAST_DAY;
import static vn.soto.contracts.recognition.Gate.DENIED_RECORDS;
import static vn.soto.contracts.recognition.Gate.MONTHS_OF_MEMBERSHIP;
import static vn.soto.contracts.recognition.Gate.REPORTS_IN_TIME;

import java.util.List;
import java.util.Optional;
import vn.soto.contracts.recognition.ScoringRule.Condition;
import vn.soto.contracts.recognition.ScoringRule.Weight;

/** The published versions of the scoring rule. A version is added, never changed. */
public final class ScoringRules {

    private static final ScoringRule FIRST = new ScoringRule(
            1,
            List.of(
                    new Weight(HOUSEHOLDS_HELPED, 40_000),
                    new Weight(SELF_PERFORMED, 25_000),
                    new Weight(CONFIRMED, 20_000),
                    new Weight(ACTIVE_MONTHS, 10_000),
                    new Weight(TRAININGS, 5_000)),
            12,
            8,
            800,
            CreditUse.SHARES,
            50,
            150,
            5,
            4,
            2,
            false,
            List.of(
                    new Condition(ACTIVE_ON_THE_LAST_DAY, 1),
                    new Condition(MONTHS_OF_MEMBERSHIP, 3),
                    new Condition(REPORTS_IN_TIME, 1),
                    new Condition(DENIED_RECORDS, 0)));

    /** Verified work weighs more, and a household acts by itself only after help. */
    private static final ScoringRule SECOND = new ScoringRule(
            2,
            List.of(
                    new Weight(HOUSEHOLDS_HELPED, 35_000),
                    new Weight(SELF_PERFORMED, 20_000),
                    new Weight(CONFIRMED, 30_000),
                    new Weight(ACTIVE_MONTHS, 10_000),
                    new Weight(TRAININGS, 5_000)),
            10,
            6,
            600,
            CreditUse.SHARES,
            50,
            150,
            10,
            4,
            2,
            true,
            List.of(
                    new Condition(ACTIVE_ON_THE_LAST_DAY, 1),
                    new Condition(MONTHS_OF_MEMBERSHIP, 3),
                    new Condition(REPORTS_IN_TIME, 1),
                    new Condition(DENIED_RECORDS, 0)));

    /** Oldest first. */
    public static final List<ScoringRule> ALL = List.of(FIRST, SECOND);

    private ScoringRules() {}

    public static Optional<ScoringRule> find(int version) {
        return ALL.stream().filter(rule -> rule.version() == version).findFirst();
    }

    /** The rule of a version that a round pins; throws IllegalStateException if this program does not know it. */
    public static ScoringRule get(int version) {
        return find(version)
                .orElseThrow(
                        () -> new IllegalStateException("there is no version " + version + " of the scoring rule"));
    }
}
