package vn.soto.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Repeated measurements of one thing: their median and how far they lie apart. */
record Spread(double median, double least, double most, int count) {

    static <T> Spread of(Collection<T> values, ToDoubleFunction<T> measure) {
        double[] sorted = values.stream().mapToDouble(measure).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** Such as {@code 12,300 (11,900..12,800)}. */
    String text(int digits) {
        return number(median, digits) + " (" + number(least, digits) + ".." + number(most, digits) + ")";
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
