package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Somebody without an account reads what is open to everybody. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class OpenStoriesIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final Pattern CODE = Pattern.compile("Mã tờ in: ([0-9A-Z-]{30})\\.");
    private static final Pattern QUARTER = Pattern.compile("/open/(\\d{4}-Q\\d)/(.+)");

    @Test
    void aStrangerReadsAQuarterAndTakesItsFile() {
        try (Visit visit = Visit.stranger()) {
            Page page = visit.page();
            assertThat(visit.open("/sign-in")).isEqualTo(200);
            page.locator("main a[href='/open']").click();
            page.locator("main .cards-list a").first().click();
            assertThat(page.locator("h1")).containsText("Hồ Chí Minh");
            assertThat(page.locator("main .lead")).containsText("lượt hướng dẫn");
            page.locator("table:has(#communes) tbody a").first().click();
            assertThat(page.locator("main table caption")).containsText("Kết quả trong quý");
            String file = page.locator("main a[download]").getAttribute("href");
            APIResponse csv = visit.context().request().get(file);
            assertThat(csv.status()).isEqualTo(200);
            assertThat(csv.headers()).doesNotContainKeys("set-cookie", "etag");
            assertThat(csv.text()).contains(";H05;", "CC BY 4.0");
            assertThat(visit.context().cookies()).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aStrangerChecksAPrintedSheet() throws IOException {
        try (Visit officer = Visit.of("auditor");
                Visit visit = Visit.stranger()) {
            visit.open("/open");
            Matcher first = QUARTER.matcher(
                    visit.page().locator("main .cards-list a").first().getAttribute("href"));
            assertThat(first.matches()).isTrue();
            APIResponse paper = officer.context()
                    .request()
                    .get(
                            "/units/" + first.group(2) + "/reports/" + first.group(1) + "?file=pdf",
                            RequestOptions.create().setHeader("Accept", "text/html"));
            assertThat(paper.status()).isEqualTo(200);
            Matcher code = CODE.matcher(text(paper.body()));
            assertThat(code.find()).isTrue();
            visit.page().fill("#code", code.group(1).toLowerCase(Locale.ROOT));
            visit.page().press("#code", "Enter");
            assertThat(visit.page().locator("main .lead")).containsText("Còn đúng");
            assertThat(visit.page().locator("main dl")).containsText("Hồ Chí Minh");
            assertThat(visit.open("/verify/" + code.group(1))).isEqualTo(200);
            assertThat(visit.open(
                            "/verify/" + code.group(1).replace(code.group(1).charAt(0), '0') + "1"))
                    .isEqualTo(404);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String text(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Within the minute that a story waits. */
    @Test
    @Tag("long")
    void aNameGoesWhenTheConsentIsWithdrawn() {
        try (Visit visit = Visit.stranger()) {
            JsonNode person = StreamSupport.stream(
                            PRODUCT.json("viewer", "/api/honours").get("answer").spliterator(), false)
                    .filter(honour -> honour.has("member"))
                    .findFirst()
                    .orElseThrow();
            String name = person.get("name").asString();
            assertThat(visit.open("/open/honours")).isEqualTo(200);
            assertThat(visit.page().locator("main")).containsText(name);
            PRODUCT.give(
                    "administrator",
                    "/api/recognition-rounds/" + person.get("round").asString() + "/consents/withdrawal",
                    "{\"candidate\":{\"kind\":\"INDIVIDUAL\",\"id\":\""
                            + person.get("member").asString() + "\"}}");
            // The browser keeps the page for a while, too, and draws it at each look.
            PRODUCT.awaits(Duration.ofSeconds(3), () -> {
                visit.open("/open/honours");
                return !visit.page().locator("main").textContent().contains(name);
            });
            assertThat(visit.page().locator("h1")).hasText("Tôn vinh");
        }
    }

    /** On a phone, in dark; at length also at a desk, in light. */
    @Test
    void openPagesHinderNobody() {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<ColorScheme, Integer> look : List.of(
                        Map.entry(ColorScheme.DARK, 360), Map.entry(ColorScheme.LIGHT, 1280))
                .subList(0, LONG ? 2 : 1)) {
            try (Visit visit = Visit.phone(
                    PRODUCT,
                    PRODUCT.address(),
                    options -> options.setColorScheme(look.getKey()).setViewportSize(look.getValue(), 800))) {
                Axe.prepare(visit.context());
                visit.open("/open");
                String quarter =
                        visit.page().locator("main .cards-list a").first().getAttribute("href");
                for (String place : List.of(
                                "/open",
                                quarter,
                                "/open/honours",
                                "/verify",
                                "/open/en",
                                "/open/models",
                                "/open/dictionary",
                                "/verify/0")
                        .subList(0, LONG ? 8 : 4)) {
                    visit.open(place);
                    Page page = visit.page();
                    Axe.withColours(page).violations().forEach(fault -> faults.add(place + " " + look + " " + fault));
                    if (page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
                            .equals(true)) {
                        faults.add(place + " scrolls sideways at " + look.getValue());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
