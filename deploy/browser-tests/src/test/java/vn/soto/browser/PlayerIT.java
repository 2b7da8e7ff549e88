package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The history of a team, by keys and by itself. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class PlayerIT {

    private static String team(RunningProduct product) {
        return product.json("auditor", "/api/teams?unit=bd-003", "/answer/items/0/team")
                .asString();
    }

    private static Pattern at(long commit) {
        return Pattern.compile("[?&]at=" + commit + "(&|$)");
    }

    /** The commits of a team's first events, each once. */
    private static List<Long> commits(RunningProduct product, String team, int limit) {
        JsonNode entries =
                product.json("auditor", "/api/teams/" + team + "/timeline?limit=" + limit, "/answer/entries");
        List<Long> commits = new ArrayList<>();
        entries.forEach(entry -> commits.add(entry.get("commit").asLong()));
        return commits.stream().distinct().toList();
    }

    @Test
    @Tag("long")
    void keysStepOnAndBackAndTheAddressFollows() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            String team = team(visit.product());
            List<Long> commits = commits(visit.product(), team, 50);
            visit.open("/teams/" + team + "/timeline?at=" + commits.getFirst());
            String card = page.locator(".card.after").textContent();

            for (int i = 1; i <= 3; i++) {
                page.keyboard().press("ArrowRight");
                assertThat(page).hasURL(at(commits.get(i)));
            }
            assertThat(page.locator("#live")).not().isEmpty();
            for (int i = 2; i >= 0; i--) {
                page.keyboard().press("ArrowLeft");
                assertThat(page).hasURL(at(commits.get(i)));
            }

            assertThat(page.locator(".card.after")).hasText(card);
            page.keyboard().press("d");
            assertThat(page)
                    .hasURL(Pattern.compile(
                            "/changes\\?from=" + (commits.getFirst() - 1) + "&to=" + commits.getFirst()));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void playingSkipsNoStep() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            String team = team(visit.product());
            List<Long> commits = commits(visit.product(), team, 50);
            visit.open("/teams/" + team + "/timeline?at=" + commits.getFirst());
            page.evaluate("""
                    () => {
                        window.seen = [];
                        const replace = history.replaceState.bind(history);
                        history.replaceState = (...all) => {
                            replace(...all);
                            window.seen.push(Number(new URLSearchParams(location.search).get('at')));
                        };
                    }""");
            page.locator("[data-speed]").selectOption("5");
            page.keyboard().press("Escape");
            page.locator("[data-play]").click();
            page.waitForFunction("wanted => window.seen.length >= wanted", 10);
            page.locator("[data-play]").click();

            assertThat(page.locator("[data-play]")).hasText("▶ Phát");
            List<?> seen = (List<?>) page.evaluate("() => window.seen");
            assertThat(seen.stream()
                            .limit(10)
                            .map(each -> ((Number) each).longValue())
                            .toList())
                    .isEqualTo(commits.subList(1, 11));
        }
    }

    @Test
    @Tag("long")
    void withoutScriptsStepsAreLinks() {
        try (Visit visit = Visit.of("auditor", options -> options.setJavaScriptEnabled(false))) {
            String team = team(visit.product());
            List<Long> commits = commits(visit.product(), team, 50);
            visit.open("/teams/" + team + "/timeline?at=" + commits.getFirst());
            visit.page().locator("[data-step=on]").click();
            assertThat(visit.page()).hasURL(at(commits.get(1)));
            assertThat(visit.page().locator("[data-play-controls]")).isHidden();
        }
    }
}
