package vn.soto.contracts.goal;

/**
 * The value a figure is to reach, such as at least 90 percent of the households.
 *
 * @param value in the unit of measure; whole hundredths where that is a percentage
 */
public record Goal(Bound bound, long value, Measure measure) {

    /** Whether a figure is on the right side; {@code of} is what its measure compares it with, and is not 0. */
    public boolean met(long figure, long of) {
        long required = measure == Measure.COUNT ? value : value * of;
        long reached = measure == Measure.COUNT ? figure : figure * 100;
        return switch (bound) {
            case AT_LEAST -> reached >= required;
            case AT_MOST -> reached <= required;
        };
    }
}
