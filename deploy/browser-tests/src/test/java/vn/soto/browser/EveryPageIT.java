package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each kind of page once: its numbers and their places, what axe finds, at length in dark too, in 320 pixels, and what the browser complains of. */
@Tag("browser")
@Tag("processes")
final class EveryPageIT {

    @TestFactory
    Stream<DynamicTest> aPageHindersNobody() {
        return KindsOfPages.all(RunningProduct.shared()).stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
    }

    private static void check(KindsOfPages.Kind kind) {
        try (Visit visit = kind.account().isEmpty() ? Visit.stranger() : Visit.of(kind.account())) {
            assertThat(visit.open(kind.path())).as(kind.path()).isEqualTo(kind.status());
            assertThat(PageFaults.of(visit)).as(kind.path()).isEmpty();
        }
    }
}
