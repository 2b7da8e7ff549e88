package vn.soto.demo;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that repeats itself: one seed and purpose give the same sequence on every machine. */
final class Chance {

    private final SplittableRandom random;

    /** @param purpose keeps the draws of one part of the script independent of how many another part makes */
    Chance(long seed, String purpose) {
        this.random = new SplittableRandom(seed * 1_000_003 + purpose.hashCode());
    }

    /** 0 (included) to 1 (excluded). */
    double share() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** 1 or more, mostly little more, seldom much more: a Pareto tail cut at {@code most}. */
    double heavyTail(double shape, double most) {
        return Math.min(most, StrictMath.pow(1 - share(), -1 / shape));
    }

    <T> T oneOf(List<T> all) {
        return all.get(between(0, all.size() - 1));
    }

    <T extends Enum<T>> T oneOf(EnumMap<T, Double> weights) {
        double left = share()
                * weights.values().stream().mapToDouble(weight -> weight).sum();
        T chosen = weights.keySet().iterator().next();
        for (var entry : weights.entrySet()) {
            if (left >= 0) {
                chosen = entry.getKey();
            }
            left -= entry.getValue();
        }
        return chosen;
    }

    /** A UUID of version 7 (RFC 9562), made at that time. */
    UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
