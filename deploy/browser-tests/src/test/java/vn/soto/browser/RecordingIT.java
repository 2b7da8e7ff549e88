package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A member records visits on a phone, as often as they tap, and what became of it by the API. */
@Tag("browser")
@Tag("processes")
final class RecordingIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String MEMBER =
            PRODUCT.json("member", "/api/me").at("/answer/member").asString();

    /** A person who taps, and counts. */
    private static final class Thumb {

        private int taps;

        void tap(Locator target) {
            target.click();
            taps++;
        }
    }

    private static Visit phone(boolean script) {
        return Visit.of(
                "member",
                options -> options.setViewportSize(390, 844)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setJavaScriptEnabled(script));
    }

    private static JsonNode record(String id) {
        return PRODUCT.json("member", "/api/assistances/" + id).get("answer");
    }

    /** The visit that the receipt is about. */
    private static String recorded(Page page) {
        assertThat(page.locator("#receipt")).isVisible();
        return page.url().replaceFirst(".*[?&]assistance=([0-9a-f-]{36}).*", "$1");
    }

    private static Locator chip(Page page, String words) {
        return page.locator(".chip")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private void recordsInFourTaps(boolean script) {
        try (Visit visit = phone(script)) {
            Page page = visit.page();
            Thumb thumb = new Thumb();
            visit.open("/");
            thumb.tap(page.locator("nav.places a[href='/visit']"));
            Locator household = page.locator("#o-household .option").first();
            String reference = household.locator("strong").textContent();
            thumb.tap(household);
            thumb.tap(page.locator(".chip").first());
            thumb.tap(page.locator("#visit .save button"));
            JsonNode made = record(recorded(page));

            assertThat(thumb.taps).isEqualTo(4);
            assertThat(made.at("/statement/helpers/0/member").asString()).isEqualTo(MEMBER);
            assertThat(made.at("/statement/mode").asString()).isEqualTo("SELF_PERFORMED");
            assertThat(made.at("/statement/services")).hasSize(1);
            assertThat(page.locator("#receipt")).containsText(reference);
            assertThat(page.locator("#receipt")).containsText(Pattern.compile("lượt thứ \\d"));
            assertThat(PRODUCT.json(
                                    "member",
                                    "/api/households/" + made.get("household").asString())
                            .at("/answer/member")
                            .asString())
                    .as("one of their own households")
                    .isEqualTo(MEMBER);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aVisitToAHouseholdOfTheirsTakesFourTaps() {
        recordsInFourTaps(true);
    }

    @Test
    void soItDoesWithoutAScript() {
        recordsInFourTaps(false);
    }

    @Test
    void aVisitOfYesterdayToSomebodyFoundByReferenceWithAnAppointment() {
        JsonNode other = PRODUCT.json("member", "/api/members/" + MEMBER + "/households?from=40&limit=1")
                .at("/answer/items/0");
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            Thumb thumb = new Thumb();
            visit.open("/");
            thumb.tap(page.locator("nav.places a[href='/visit']"));
            page.locator("#q-household").fill(other.get("reference").asString());
            thumb.tap(page.locator("#f-household .find button"));
            Locator found = page.locator("#o-household .option");
            assertThat(found).hasCount(1);
            thumb.tap(found);
            thumb.tap(page.locator(".chip").first());
            thumb.tap(page.locator(".segment").filter(new Locator.FilterOptions().setHasText("Hẹn quay lại")));
            page.locator("input[name='content.followUp']").fill("1/1");
            thumb.tap(page.locator(".other-day summary"));
            page.locator("input[name=day]").fill(yesterday());
            thumb.tap(page.locator("#visit .save button"));
            JsonNode made = record(recorded(page));

            assertThat(thumb.taps).isLessThanOrEqualTo(7);
            assertThat(made.get("household").asString())
                    .isEqualTo(other.get("household").asString());
            assertThat(made.at("/statement/followUp").asString()).endsWith("-01-01");
            assertThat(made.at("/outcome").asString()).isEqualTo("NEEDS_FOLLOW_UP");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String yesterday() {
        java.time.LocalDate day = java.time.LocalDate.parse(
                        PRODUCT.json("member", "/api/me").at("/answer/on").asString())
                .minusDays(1);
        return day.getDayOfMonth() + "/" + day.getMonthValue();
    }

    @Test
    void aRequestIsTakenAndSettledWithTheVisitInSixTaps() {
        String household = PRODUCT.json("member", "/api/members/" + MEMBER + "/households?limit=1")
                .at("/answer/items/0/household")
                .asString();
        String today = PRODUCT.json("member", "/api/me").at("/answer/on").asString();
        JsonNode received = PRODUCT.give("officer", "/api/requests", """
                {"household":"%s","source":"ZALO","topics":["VNEID"],"receivedOn":"%s"}""".formatted(household, today));
        String request = received.at("/created/0").asString();
        PRODUCT.json(
                "officer",
                "/api/requests/" + request + "?atLeast="
                        + received.get("commit").asString());
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            Thumb thumb = new Thumb();
            visit.open("/requests/" + request);
            thumb.tap(page.locator("a[href^='/visit?request=']").first());
            assertThat(page.locator(".told")).isVisible();
            thumb.tap(page.locator(".chip").first());
            thumb.tap(page.locator("#visit .save button"));
            String id = recorded(page);

            JsonNode settled =
                    PRODUCT.json("member", "/api/requests/" + request).get("answer");
            assertThat(thumb.taps).isLessThanOrEqualTo(4);
            assertThat(settled.get("state").asString()).isEqualTo("RESOLVED");
            assertThat(settled.at("/steps/2/assistance").asString()).isEqualTo(id);
            assertThat(record(id).get("household").asString()).isEqualTo(household);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whatWasJustRecordedIsUndone() {
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit");
            page.locator("#o-household .option").nth(1).click();
            page.locator(".chip").first().click();
            page.locator("#visit .save button").click();
            String id = recorded(page);
            page.locator(".undo button").click();

            assertThat(page).hasURL(Pattern.compile("/assistances/" + id));
            assertThat(record(id).get("voided").asBoolean()).isTrue();
            assertThat(record(id).at("/versions/1/whyCode").asString()).isEqualTo("JUST_RECORDED");
        }
    }

    @Test
    void aMemberCorrectsTheModeOfARecordAndVoidsAnother() {
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit");
            page.locator("#o-household .option").nth(2).click();
            page.locator(".chip").first().click();
            page.locator("#visit .save button").click();
            String id = recorded(page);

            visit.open("/assistances/" + id);
            page.locator("a[href^='/do/correct-assistance']").first().click();
            assertThat(page.locator("[name='content.mode']")).hasValue("SELF_PERFORMED");
            page.locator("[name='content.mode']").selectOption("DEMONSTRATED");
            page.locator("[name=reason]").selectOption("WRONG_ENTRY");
            page.locator("#command .actions button").click();
            page.locator("#give").click();
            assertThat(page.locator("#receipt")).isVisible();
            assertThat(record(id).at("/statement/mode").asString()).isEqualTo("DEMONSTRATED");

            visit.open("/assistances/" + id);
            page.locator("a[href^='/do/void-assistance']").first().click();
            page.locator("[name=reason]").selectOption("NEVER_HAPPENED");
            page.locator("#command .actions button").click();
            page.locator("#give").click();
            assertThat(page.locator("#receipt")).isVisible();
            assertThat(record(id).get("voided").asBoolean()).isTrue();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void nothingTypedIsLostAndNobodyElseSeesIt() {
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit");
            page.locator("#visit summary")
                    .filter(new Locator.FilterOptions().setHasText("ghi chú"))
                    .click();
            page.locator("[name=note]").fill("đã hướng dẫn cài ứng dụng");
            chip(page, "VNeID").click();
            // Without a household it is refused, and the form is as it was.
            page.locator("#visit .save button").click();
            assertThat(page.locator("#errors")).isVisible();
            assertThat(page.locator("[name=note]")).hasValue("đã hướng dẫn cài ứng dụng");

            visit.open("/visit");
            assertThat(page.locator("[name=note]")).hasValue("đã hướng dẫn cài ứng dụng");
            assertThat(page.locator(".chip input:checked")).hasCount(1);

            // The server refuses a form that another account opened.
            page.locator("input[name=_account]").evaluate("e => { e.value = 'leader' }");
            page.locator("#o-household .option").first().click();
            page.locator("#visit .save button").click();
            assertThat(page.locator("main")).containsText("tài khoản khác");
        }
        try (Visit other = Visit.of("leader")) {
            other.open("/visit");
            assertThat(other.page().locator("[name=note]")).hasValue("");
        }
    }
}
