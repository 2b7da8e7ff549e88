package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Kinds of pages, each once: its numbers and their places, its width, the findings of axe, and the complaints of the browser. At
 * length it is looked at in dark, too.
 */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryPageIT {

    private final Map<String, Visit> visits = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> aPageHindersNobody() {
        return KindsOfPages.all(RunningProduct.shared()).stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
    }

    @AfterAll
    void leave() {
        visits.values().forEach(Visit::close);
    }

    /** One visit of each account shows all its pages: a browser of its own for each page costs more than the page. */
    private void check(KindsOfPages.Kind kind) {
        Visit visit = visits.computeIfAbsent(kind.account(), EveryPageIT::begun);
        assertThat(visit.open(kind.path())).as(kind.path()).isEqualTo(kind.status());
        assertThat(PageFaults.of(visit)).as(kind.path()).isEmpty();
    }

    private static Visit begun(String account) {
        Visit visit = account.isEmpty()
                ? Visit.stranger()
                // Another visit has no use for axe.
                : Visit.of(account, look -> look);
        Axe.prepare(visit.context());
        return visit;
    }
}
