package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Open pages follow the ledger. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class LiveIT {

    private static final String DASHBOARD = "/dashboards/hcm-001";
    private static final String UNASSIGNED = "/answer/total/unassigned";
    private static final String STREAM = "/api/live";

    /** The demo's unit in which nobody is responsible for what is registered. */
    private static String register(RunningProduct product) {
        String unit = product.json(
                        "leader",
                        "/api/teams/"
                                + product.json("leader", "/api/me", "/answer/rights/0/team")
                                        .asString(),
                        "/answer/coverage/0")
                .asString();
        // A reference holds no number as long as those of persons.
        String reference = "T-" + Math.floorMod(UUID.randomUUID().hashCode(), 100_000);
        return product.give(
                        "administrator",
                        "/api/households",
                        "{\"unit\":\"%s\",\"reference\":\"%s\"}".formatted(unit, reference))
                .get("commit")
                .asString();
    }

    private static String more(String value) {
        return Long.toString(Long.parseLong(value) + 1);
    }

    /** Opens a page and waits until it listens. */
    private static String listening(Visit visit) {
        visit.page().waitForResponse(response -> response.url().endsWith(STREAM), () -> visit.open(DASHBOARD));
        return visit.figure(UNASSIGNED).getAttribute("value");
    }

    @Test
    void aCommandIsSeenInTwoBrowsersAndNobodyLosesTheirPlace() {
        try (Visit auditor = Visit.of("auditor");
                Visit viewer = Visit.of("viewer")) {
            String before = listening(auditor);
            listening(viewer);
            viewer.page().fill("#search", "Bàu");

            register(auditor.product());

            assertThat(auditor.figure(UNASSIGNED)).hasAttribute("value", more(before));
            assertThat(auditor.figure(UNASSIGNED)).hasClass(Pattern.compile("changed"));
            assertThat(auditor.page().locator("#live")).containsText("số liệu vừa đổi");
            assertThat(viewer.figure(UNASSIGNED)).hasAttribute("value", more(before));
            assertThat(viewer.page().locator("#search")).isFocused();
            assertThat(viewer.page().locator("#search")).hasValue("Bàu");
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void whoIsBusyIsOfferedTheChange() {
        try (Visit visit = Visit.of("auditor")) {
            String before = listening(visit);
            visit.page().locator(".moment summary").click();

            register(visit.product());

            assertThat(visit.page().locator("#outdated")).isVisible();
            assertThat(visit.figure(UNASSIGNED)).hasAttribute("value", before);
            visit.page().locator("#outdated button").click();
            assertThat(visit.figure(UNASSIGNED)).hasAttribute("value", more(before));
            assertThat(visit.page().locator("#outdated")).isHidden();
        }
    }

    @Test
    @Tag("long")
    void aBrowserListensOnceForAllItsPages() {
        try (Visit visit = Visit.of("auditor")) {
            String before = listening(visit);
            Page second = visit.tab();
            second.navigate(DASHBOARD);
            assertThat(Visit.figure(second, UNASSIGNED)).hasAttribute("value", before);

            register(visit.product());
            // The page that is not in front is brought up to date when it is looked at.
            visit.page().bringToFront();
            assertThat(visit.figure(UNASSIGNED)).hasAttribute("value", more(before));
            second.bringToFront();
            assertThat(Visit.figure(second, UNASSIGNED)).hasAttribute("value", more(before));

            // When the page that listens is closed, the other one does.
            Request taken = second.waitForRequest(
                    request -> request.url().endsWith(STREAM),
                    () -> visit.page().close());
            assertThat(taken.method()).isEqualTo("GET");
            register(visit.product());
            assertThat(Visit.figure(second, UNASSIGNED)).hasAttribute("value", more(more(before)));
        }
    }

    @Test
    @Tag("long")
    void aPageOfThePastDoesNotMove() {
        try (Visit visit = Visit.of("auditor")) {
            visit.open(DASHBOARD + "?asOf=37000");

            assertThat(visit.page().locator("#answer").getAttribute("data-touches"))
                    .isEmpty();
        }
    }
}
