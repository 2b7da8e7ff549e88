package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Slices of several contestants, taken in turn: A B C C B A, and again. A drift during a run, such as the machine's
 * speed or a growing store, then weighs on all alike.
 *
 * @param slices of each contestant, in the order in which they were taken
 */
record Interleaved(Map<String, List<Slice>> slices) {

    static Interleaved run(List<? extends Contestant> contestants, int rounds, int callers, Budget budget)
            throws Exception {
        Map<String, List<Slice>> slices = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant each : contestants) {
                add(slices, each.name(), each.run(callers, budget));
            }
            for (Contestant each : contestants.reversed()) {
                add(slices, each.name(), each.run(callers, budget));
            }
        }
        return new Interleaved(slices);
    }

    private static void add(Map<String, List<Slice>> slices, String name, Slice slice) {
        slices.computeIfAbsent(name, key -> new ArrayList<>()).add(slice);
    }

    private List<Slice> of(String contestant) {
        return slices.getOrDefault(contestant, List.of());
    }

    Spread of(String contestant, ToDoubleFunction<Slice> measure) {
        return Spread.of(of(contestant), measure);
    }

    /** How many times as fast {@code one} is as {@code other}, from slices of the same half round. */
    Spread ratio(String one, String other) {
        return ratio(one, other, Slice::perSecond);
    }

    /** How many times the processor time of {@code one} an operation costs {@code other}, from slices of the same half round. */
    Spread cheaper(String one, String other) {
        return ratio(/* one= */ other, /* other= */ one, Slice::cpuMicrosEach);
    }

    private Spread ratio(String one, String other, ToDoubleFunction<Slice> measure) {
        List<Slice> upper = of(one);
        List<Slice> lower = of(other);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < upper.size(); i++) {
            ratios.add(measure.applyAsDouble(upper.get(i)) / measure.applyAsDouble(lower.get(i)));
        }
        return Spread.of(ratios, ratio -> ratio);
    }
}
