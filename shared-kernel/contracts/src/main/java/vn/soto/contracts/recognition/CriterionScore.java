package vn.soto.contracts.recognition;

import java.util.List;
import vn.soto.contracts.recognition.ScoringRule.Weight;

/**
 * Points of a candidate by one criterion: {@code most * min(numerator, divisor) / divisor}, rounded down.
 *
 * @param numerator sum of the amounts of what counts
 * @param divisor   at least 1
 * @param size      count of the divisor before the rule's least number and weight apply, such as the households
 *     assigned
 * @param most      points, in thousandths, like {@code points}
 */
public record CriterionScore(
        Criterion criterion,
        long numerator,
        long divisor,
        long size,
        long most,
        long points,
        List<CountedItem> counted,
        List<OmittedItem> omitted) {

    public CriterionScore {
        counted = List.copyOf(counted);
        omitted = List.copyOf(omitted);
    }

    static CriterionScore of(
            Criterion criterion,
            long most,
            long size,
            long divisor,
            List<CountedItem> counted,
            List<OmittedItem> omitted) {
        long numerator = counted.stream().mapToLong(CountedItem::amount).sum();
        return new CriterionScore(
                criterion, numerator, divisor, size, most, points(most, numerator, divisor), counted, omitted);
    }

    static CriterionScore withoutItems(Weight weight, long numerator, long divisor, long size) {
        return new CriterionScore(
                weight.criterion(),
                numerator,
                divisor,
                size,
                weight.points(),
                points(weight.points(), numerator, divisor),
                List.of(),
                List.of());
    }

    private static long points(long most, long numerator, long divisor) {
        return most * Math.min(numerator, divisor) / divisor;
    }
}
