package vn.soto.contracts.recognition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The order of the eligible candidates. Equal scores are one rank. Candidates of one group do not differ statistically from its
 * first. The difference of their scores is at most the root of the sum of their squared margins.
 *
 * <p>The margin of a score is 1.96 times the root of its variance. Each criterion that is a share, of households or of
 * call-backs, adds {@code most² p (1 - p) / (n + 4)} with {@code p = (x + 2) / (n + 4)}, where x of n count. This is
 * the interval of Agresti and Coull (1998, "plus four"), which is not zero where all or none count. Months and
 * trainings are known without error.
 *
 * @param ranked   eligible, the highest score first, of equal ones the smaller id
 * @param excluded not eligible, in the order of their ids; they have no rank
 */
public record Ranking(List<Ranked> ranked, List<CandidateScore> excluded) {

    private static final Set<Criterion> SHARES =
            Set.of(Criterion.HOUSEHOLDS_HELPED, Criterion.SELF_PERFORMED, Criterion.CONFIRMED);

    /** 1.96 squared, in ten-thousandths. */
    private static final BigInteger Z_SQUARED = BigInteger.valueOf(38_416);

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    public Ranking {
        ranked = List.copyOf(ranked);
        excluded = List.copyOf(excluded);
    }

    /**
     * @param rank   1 for the highest score; after ties as many ranks are left out
     * @param group  number, from 1, of those who do not differ statistically
     * @param margin of the score, in thousandths of a point
     */
    public record Ranked(CandidateScore score, int rank, int group, long margin) {}

    public static Ranking of(RoundScoring scoring) {
        List<CandidateScore> eligible = scoring.candidates().stream()
                .filter(CandidateScore::eligible)
                .sorted(Comparator.comparingLong(CandidateScore::score)
                        .reversed()
                        .thenComparing(CandidateScore::candidate))
                .toList();
        List<Ranked> ranked = new ArrayList<>();
        CandidateScore leader = null;
        int group = 0;
        for (CandidateScore score : eligible) {
            if (leader == null || differ(leader, score)) {
                leader = score;
                group++;
            }
            boolean tied = !ranked.isEmpty() && ranked.getLast().score().score() == score.score();
            int rank = tied ? ranked.getLast().rank() : ranked.size() + 1;
            ranked.add(new Ranked(score, rank, group, margin(score)));
        }
        return new Ranking(
                ranked,
                scoring.candidates().stream().filter(score -> !score.eligible()).toList());
    }

    /** The rank of a candidate; none if the candidate is not eligible. */
    public OptionalInt rank(Candidate candidate) {
        return ranked.stream()
                .filter(each -> each.score().candidate().equals(candidate))
                .mapToInt(Ranked::rank)
                .findFirst();
    }

    /** Whether two scores differ by more than chance explains. */
    public static boolean differ(CandidateScore one, CandidateScore other) {
        BigInteger difference = BigInteger.valueOf(one.score() - other.score());
        return difference.multiply(difference).compareTo(squaredMargin(one).add(squaredMargin(other))) > 0;
    }

    /** In thousandths of a point, rounded down. */
    public static long margin(CandidateScore score) {
        return squaredMargin(score).sqrt().longValueExact();
    }

    private static BigInteger squaredMargin(CandidateScore score) {
        return score.criteria().stream()
                .filter(each -> SHARES.contains(each.criterion()))
                .map(Ranking::variance)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .multiply(Z_SQUARED)
                .divide(TEN_THOUSAND);
    }

    /** {@code most² (x + 2) (n - x + 2) / (n + 4)³}, rounded down; a part of a household counts as none. */
    private static BigInteger variance(CriterionScore score) {
        long unit = score.criterion() == Criterion.CONFIRMED ? 1 : ScoringRule.WHOLE;
        long n = score.divisor() / unit;
        long x = Math.min(score.numerator(), score.divisor()) / unit;
        BigInteger most = BigInteger.valueOf(score.most());
        return most.multiply(most)
                .multiply(BigInteger.valueOf(x + 2))
                .multiply(BigInteger.valueOf(n - x + 2))
                .divide(BigInteger.valueOf(n + 4).pow(3));
    }
}
