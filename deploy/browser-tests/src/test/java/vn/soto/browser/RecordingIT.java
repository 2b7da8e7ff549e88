package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A member records visits on a phone, as often as they tap, and what became of it by the API. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class RecordingIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String MEMBER =
            PRODUCT.json("member", "/api/me", "/answer/member").asString();

    private static final Duration LOOKING = Duration.ofSeconds(3);

    private static Visit phone(boolean script) {
        return script
                ? Visit.ofPhone("member")
                : Visit.of("member", look -> Visit.phone(look).setJavaScriptEnabled(false));
    }

    private static JsonNode record(String id) {
        return PRODUCT.json("member", "/api/assistances/" + id).get("answer");
    }

    /** The visit that the receipt is about. */
    private static String recorded(Page page) {
        assertThat(page.locator("#receipt")).isVisible();
        return page.url().replaceFirst(".*[?&]assistance=([0-9a-f-]{36}).*", "$1");
    }

    /** @return how long the taps and the pages between them took */
    private Duration recordsInFourTaps(boolean script) {
        try (Visit visit = phone(script)) {
            Page page = visit.page();
            Clicks thumb = Clicks.fromHome(page);
            long from = System.nanoTime();
            thumb.on("nav.places a[href='/visit']");
            Locator household = page.locator("#o-household .option").first();
            thumb.on(household);
            BoundingBox chip = page.locator(".chip").first().boundingBox();
            assertThat(chip.y + chip.height)
                    .as("the first service stands above the bar of places without scrolling")
                    .isLessThan(page.locator("nav.places").boundingBox().y);
            thumb.on(".chip");
            thumb.on("#visit .save button");
            assertThat(page.locator("#receipt")).isVisible();
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            JsonNode made = record(recorded(page));

            thumb.atMost(4);
            assertThat(made.at("/statement/helpers/0/member").asString()).isEqualTo(MEMBER);
            assertThat(made.at("/statement/mode").asString()).isEqualTo("SELF_PERFORMED");
            assertThat(made.at("/statement/services")).hasSize(1);
            JsonNode helped = PRODUCT.json(
                    "member", "/api/households/" + made.get("household").asString());
            assertThat(page.locator("#receipt"))
                    .containsText(helped.at("/answer/reference").asString());
            assertThat(page.locator("#receipt")).containsText(Pattern.compile("lượt thứ \\d"));
            assertThat(helped.at("/answer/member").asString())
                    .as("one of their own households")
                    .isEqualTo(MEMBER);
            assertThat(visit.complaints()).isEmpty();
            return took;
        }
    }

    /** A person looks three seconds before each tap; the rest of the twenty is the machine's. The faster of the two counts. */
    @Test
    @DailyJob(1)
    void aVisitToAHouseholdOfTheirsTakesFourTapsAndTwentySecondsAlsoWithoutAScript() {
        Duration with = recordsInFourTaps(true);
        Duration without = recordsInFourTaps(false);
        Duration machine = with.compareTo(without) < 0 ? with : without;

        assertThat(machine.plus(LOOKING.multipliedBy(4)))
                .as("with a script %s, without %s", with, without)
                .isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    @Tag("long")
    @DailyJob(2)
    void aVisitOfYesterdayToSomebodyFoundByReferenceWithAnAppointment() {
        JsonNode other =
                PRODUCT.json("member", "/api/members/" + MEMBER + "/households?from=40&limit=1", "/answer/items/0");
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            Clicks thumb = Clicks.fromHome(page);
            thumb.on("nav.places a[href='/visit']");
            page.locator("#q-household").fill(other.get("reference").asString());
            thumb.on("#f-household .find button");
            Locator found = page.locator("#o-household .option");
            assertThat(found).hasCount(1);
            thumb.on(found);
            thumb.on(".chip");
            thumb.on(page.locator(".segment").filter(new Locator.FilterOptions().setHasText("Hẹn quay lại")));
            page.locator("input[name='content.followUp']").fill("1/1");
            thumb.on(".other-day summary");
            page.locator("input[name=day]").fill(yesterday());
            thumb.on("#visit .save button");
            JsonNode made = record(recorded(page));

            thumb.atMost(7);
            assertThat(made.get("household").asString())
                    .isEqualTo(other.get("household").asString());
            assertThat(made.at("/statement/followUp").asString()).endsWith("-01-01");
            assertThat(made.at("/outcome").asString()).isEqualTo("NEEDS_FOLLOW_UP");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String yesterday() {
        java.time.LocalDate day = java.time.LocalDate.parse(
                        PRODUCT.json("member", "/api/me", "/answer/on").asString())
                .minusDays(1);
        return day.getDayOfMonth() + "/" + day.getMonthValue();
    }

    @Test
    @Tag("long")
    @DailyJob(6)
    void aRequestIsTakenAndSettledWithTheVisitInSixTaps() {
        String household = household(0);
        String request = received(household);
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            Clicks thumb = Clicks.fromHome(page);
            thumb.on("main .tasks a[href$='/requests']");
            thumb.on("main a[href^='/requests/" + request + "']");
            thumb.on("main a[href^='/visit?request=']");
            assertThat(page.locator(".told")).isVisible();
            thumb.on(".chip");
            thumb.on("#visit .save button");
            String id = recorded(page);

            JsonNode settled =
                    PRODUCT.json("member", "/api/requests/" + request).get("answer");
            thumb.atMost(6);
            assertThat(settled.get("state").asString()).isEqualTo("RESOLVED");
            assertThat(settled.at("/steps/2/assistance").asString()).isEqualTo(id);
            assertThat(record(id).get("household").asString()).isEqualTo(household);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String household(int at) {
        return PRODUCT.json(
                        "member",
                        "/api/members/" + MEMBER + "/households?limit=1&from=" + at,
                        "/answer/items/0/household")
                .asString();
    }

    /** A request that a household made today. */
    private static String received(String household) {
        String today = PRODUCT.json("member", "/api/me", "/answer/on").asString();
        JsonNode received = PRODUCT.give("officer", "/api/requests", """
                {"household":"%s","source":"ZALO","topics":["VNEID"],"receivedOn":"%s"}""".formatted(household, today));
        String request = received.at("/created/0").asString();
        PRODUCT.json(
                "officer",
                "/api/requests/" + request + "?atLeast="
                        + received.get("commit").asString());
        return request;
    }

    private static JsonNode request(String id) {
        return PRODUCT.json("member", "/api/requests/" + id).get("answer");
    }

    private static long helpOf(String household) {
        return PRODUCT.json("member", "/api/households/" + household + "/assistances")
                .findValues("assistance")
                .size();
    }

    @Test
    @Tag("long")
    void whoComesBackAnotherDayKeepsTheRequestOpen() {
        String request = received(household(1));
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit?request=" + request);
            page.locator(".chip").first().click();
            page.locator(".segment")
                    .filter(new Locator.FilterOptions().setHasText("Hẹn quay lại"))
                    .click();
            page.locator("#visit .save button").click();
            assertThat(page.locator("#errors")).containsText("ngày hẹn");
            assertThat(request(request).get("state").asString())
                    .as("nothing is half done")
                    .isEqualTo("WAITING");
            page.locator("input[name='content.followUp']").fill("31/12");
            page.locator("#visit .save button").click();
            recorded(page);

            assertThat(page.locator("#receipt")).containsText("vẫn chưa xong");
            assertThat(request(request).get("state").asString()).isEqualTo("TAKEN");
            assertThat(request(request).get("member").asString()).isEqualTo(MEMBER);
        }
    }

    @Test
    @Tag("long")
    void aDayBeforeTheRequestIsRefusedBeforeAnythingIsRecorded() {
        String household = household(2);
        String request = received(household);
        long before = helpOf(household);
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit?request=" + request);
            page.locator(".chip").first().click();
            page.locator(".other-day summary").click();
            page.locator("input[name=day]").fill(yesterday());
            page.locator("#visit .save button").click();
            assertThat(page.locator(".other-day .error")).containsText("không giải quyết được yêu cầu");
            assertThat(helpOf(household)).isEqualTo(before);

            page.locator("input[name=day]").fill("");
            page.locator("#visit .save button").click();
            recorded(page);
            assertThat(helpOf(household)).as("one visit").isEqualTo(before + 1);
            assertThat(request(request).get("state").asString()).isEqualTo("RESOLVED");
        }
    }

    /**
     * Any other refusal to settle the request is told with the receipt, because the form would record a second visit.
     */
    @Test
    @Tag("long")
    void aVisitWhoseRequestSomebodyClosedMeanwhileIsRecordedOnceAndSaysSo() {
        String household = household(3);
        String request = received(household);
        String today = PRODUCT.json("member", "/api/me", "/answer/on").asString();
        String team = PRODUCT.json("member", "/api/me", "/answer/rights/0/team").asString();
        PRODUCT.give("officer", "/api/requests/" + request + "/take", """
                {"team":"%s","member":"%s","takenOn":"%s"}""".formatted(team, MEMBER, today));
        long before = helpOf(household);
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit?request=" + request);
            page.locator(".chip").first().click();
            PRODUCT.give("officer", "/api/requests/" + request + "/resolve", """
                    {"outcome":"DONE","resolvedOn":"%s"}""".formatted(today));
            page.locator("#visit .save button").click();

            assertThat(page.locator("#receipt")).isVisible();
            assertThat(page.locator("#errors")).containsText("yêu cầu hỗ trợ chưa giải quyết được");
            assertThat(page.locator("#visit")).hasCount(0);
            assertThat(helpOf(household)).isEqualTo(before + 1);
        }
    }

    @Test
    @Tag("long")
    void undoingAVisitOpensTheRequestThatItSettled() {
        String request = received(household(4));
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit?request=" + request);
            page.locator(".chip").first().click();
            page.locator("#visit .save button").click();
            String id = recorded(page);
            assertThat(request(request).get("state").asString()).isEqualTo("RESOLVED");
            page.locator(".undo button").click();

            assertThat(page).hasURL(Pattern.compile("/assistances/" + id));
            assertThat(record(id).get("voided").asBoolean()).isTrue();
            assertThat(request(request).get("state").asString()).isEqualTo("WAITING");
        }
    }

    @Test
    @Tag("long")
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

    /** Both from the list of what they did: the reason is that of most corrections, and no report differs. */
    @Test
    @Tag("long")
    @DailyJob(5)
    void aMemberCorrectsTheModeOfARecordAndVoidsAnother() {
        String id = recordedByHand(30);
        String other = recordedByHand(31);
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            JsonNode before = record(id).get("statement");
            Clicks thumb = Clicks.fromHome(page);
            thumb.on("nav a[href$='/activity']");
            thumb.on("main a[href^='/do/correct-assistance?assistance=" + id + "']");
            assertThat(page.locator("[name='content.mode']")).hasValue("SELF_PERFORMED");
            assertThat(page.evaluate("scrollY")).as("it opens at its beginning").isEqualTo(0);
            Locator marked = page.locator("#command [data-changed]");
            assertThat(marked).hasCount(0);
            thumb.pick("[name='content.mode']", "DEMONSTRATED");
            assertThat(marked).hasCount(1);
            assertThat(marked.locator("[name='content.mode']")).hasCount(1);
            thumb.on("#command .actions button");
            assertThat(page.locator("#receipt")).isVisible();
            thumb.atMost(4);
            JsonNode corrected = record(id).get("statement");
            assertThat(corrected.get("mode").asString()).isEqualTo("DEMONSTRATED");
            for (String same : List.of("occurredAt", "helpers", "services", "channel", "outcome")) {
                assertThat(corrected.path(same)).as(same).isEqualTo(before.path(same));
            }

            thumb = Clicks.fromHome(page);
            thumb.on("nav a[href$='/activity']");
            thumb.on("main a[href^='/do/void-assistance?assistance=" + other + "']");
            thumb.on("#give");
            assertThat(page.locator("#receipt")).isVisible();
            thumb.atMost(4);
            assertThat(record(other).get("voided").asBoolean()).isTrue();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** Id of a visit of this moment to one of the member's households. */
    private static String recordedByHand(int household) {
        JsonNode me = PRODUCT.json("member", "/api/me");
        JsonNode receipt = PRODUCT.give("member", "/api/assistances", """
                {"team":"%s","household":"%s","helpers":["%s"],"content":{"services":["vneid"],"channel":"HOME_VISIT",
                "mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"%s"}}""".formatted(
                        me.at("/answer/rights/0/team").asString(),
                        household(household),
                        MEMBER,
                        me.at("/freshness/head/at").asString()));
        String id = receipt.at("/created/0").asString();
        PRODUCT.json(
                "member",
                "/api/assistances/" + id + "?atLeast=" + receipt.get("commit").asString());
        return id;
    }

    /** The list answers each letter; whom the member helped last comes first when the page is opened again. */
    @Test
    @Tag("long")
    void aHouseholdIsFoundWhileItsNameIsTypedAndOfferedFirstTheNextTime() {
        JsonNode other =
                PRODUCT.json("member", "/api/members/" + MEMBER + "/households?from=30&limit=1", "/answer/items/0");
        String reference = other.get("reference").asString();
        try (Visit visit = phone(true)) {
            Page page = visit.page();
            visit.open("/visit");
            page.locator("#q-household").pressSequentially(reference);
            Locator found = page.locator("#o-household .option");
            assertThat(found).hasCount(1);
            assertThat(found).containsText(reference);
            assertThat(page).hasURL(Pattern.compile("/visit$"));
            found.click();
            page.locator(".chip").first().click();
            page.locator("#visit .save button").click();
            recorded(page);

            visit.open("/visit");
            assertThat(page.locator("#o-household .option").first()).containsText(reference);
            assertThat(page.locator("#o-household .option strong").first())
                    .not()
                    .hasText(reference);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
