package vn.soto.e2e.attack;

import java.time.Duration;
import java.util.List;

/**
 * The experience of honest people within a time.
 *
 * @param locks   until the next request of the locked account is refused
 * @param refused requests of somebody signed in that were answered 429 or 503
 * @param product part of a core's time that the product took
 * @param callers the same of those who asked it, honest or not
 */
record Experience(
        Times commands,
        Times questions,
        Times uploads,
        Times files,
        Times pages,
        Times signIns,
        Times locks,
        int refused,
        double product,
        double callers) {

    /** How long each of some requests took. */
    record Times(List<Duration> sorted) {

        Times {
            sorted = sorted.stream().sorted().toList();
        }

        /** Nothing that took no time is a figure: without a request there is none. */
        Duration percentile(int percent) {
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }

        @Override
        public String toString() {
            return sorted.isEmpty()
                    ? "none"
                    : "%d: p50 %d p99 %d max %d ms"
                            .formatted(
                                    sorted.size(),
                                    percentile(50).toMillis(),
                                    percentile(99).toMillis(),
                                    percentile(100).toMillis());
        }
    }

    @Override
    public String toString() {
        return "commands %s; dashboard %s; small upload %s; file %s; sign-in page %s; known device %s; lock %s; refused %d; of a core: product %.2f, callers %.2f"
                .formatted(commands, questions, uploads, files, pages, signIns, locks, refused, product, callers);
    }
}
