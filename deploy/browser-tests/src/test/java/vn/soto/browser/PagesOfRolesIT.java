package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.soto.harness.PageCrawl;
import vn.soto.harness.PageCrawl.Visited;

/** The pages that each role reaches from where it begins, in a browser: one of each kind, and a sample of the others. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
@Tag("long")
final class PagesOfRolesIT {

    private static final long SEED = Long.getLong("soto.seed", 20241030L);
    private static final int MOST = 60;

    @ParameterizedTest
    @FieldSource("vn.soto.harness.PageCrawl#ROLES")
    void hinderNobody(String role) {
        RunningProduct product = RunningProduct.shared();
        List<String> wrong = new ArrayList<>();
        List<Visited> pages = new PageCrawl(product::page, role, SEED, MOST).visited();
        try (Visit visit = Visit.of(role, look -> look)) {
            Axe.prepare(visit.context());
            for (Visited each : pages) {
                int status = visit.open(each.path());
                if (status != each.answer().statusCode()) {
                    wrong.add(each + " answered " + status);
                }
                PageFaults.of(visit).forEach(fault -> wrong.add(each + ": " + fault));
            }
        }
        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }
}
