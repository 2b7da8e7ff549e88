package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Nothing typed is lost: over a reload, Back, a refusal, an ended session and no network; and nobody else at that machine gets it. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class DraftsIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String WORDS = "đã hướng dẫn cài ứng dụng";
    private static final String KEPT = "Object.keys(localStorage).filter(key => key.startsWith('soto-draft:')).length";

    /** A phone whose session is of its own, so that it can end. */
    private static Visit phone() {
        Visit visit = Visit.stranger();
        visit.page().setViewportSize(390, 844);
        visit.signIn("member");
        return visit;
    }

    private static Locator chip(Page page, String words) {
        return page.locator(".chip")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static void type(Page page) {
        page.locator("#visit summary")
                .filter(new Locator.FilterOptions().setHasText("ghi chú"))
                .click();
        page.locator("[name=note]").fill(WORDS);
        chip(page, "VNeID").click();
        assertThat(page.locator("form[data-kept]")).hasCount(1);
    }

    private static void isKept(Page page) {
        assertThat(page.locator("[name=note]")).hasValue(WORDS);
        assertThat(page.locator(".chip input:checked")).hasCount(1);
    }

    private static void save(Page page) {
        page.locator("#o-household .option").first().click();
        page.locator("#visit .save button").click();
    }

    @Test
    void nothingTypedIsLostAndNobodyElseSeesIt() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            // Without a household it is refused, and the form is as it was.
            page.locator("#visit .save button").click();
            assertThat(page.locator("#errors")).isVisible();
            isKept(page);

            visit.open("/visit");
            isKept(page);

            visit.open("/help");
            page.goBack();
            isKept(page);

            // The server refuses a form that another account opened.
            page.locator("input[name=_account]").evaluate("e => { e.value = 'leader' }");
            page.locator("#o-household .option").first().click();
            page.locator("#visit .save button").click();
            assertThat(page.locator("main")).containsText("tài khoản khác");

            // In the same browser another account sees nothing of it, and its sign-out neither asks about it nor ends
            // it.
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.message());
                dialog.accept();
            });
            signsInNext(visit, "leader");
            visit.open("/visit");
            assertThat(page.locator("[name=note]")).hasValue("");
            page.locator("form[data-drafts] button").click();
            assertThat(page).not().hasURL(Pattern.compile("/visit$"));
            assertThat(asked).isEmpty();
            signsInNext(visit, "member");
            visit.open("/visit");
            isKept(page);
        }
    }

    /** The session of who sat here before has ended. */
    private static void signsInNext(Visit visit, String account) {
        visit.context().clearCookies();
        visit.signIn(account);
    }

    @Test
    @Tag("long")
    void aHouseholdThatWasSearchedForIsStillChosenAfterAReload() {
        String me = PRODUCT.json("member", "/api/me", "/answer/member").asString();
        JsonNode other =
                PRODUCT.json("member", "/api/members/" + me + "/households?from=35&limit=1", "/answer/items/0");
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            page.locator("#q-household")
                    .pressSequentially(other.get("reference").asString());
            assertThat(page.locator("#o-household .option")).hasCount(1);
            page.locator("#o-household .option").click();
            page.locator("#o-household input:checked").evaluate("e => e.blur()");
            kept(page, other.get("household").asString());

            page.reload();
            isKept(page);
            assertThat(page.locator("[name=household]:checked"))
                    .hasValue(other.get("household").asString());
            page.locator("#visit .save button").click();
            assertThat(page.locator("#receipt"))
                    .containsText(other.get("reference").asString());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void kept(Page page, String text) {
        page.waitForFunction("text => Object.values(localStorage).some(draft => draft.includes(text))", text);
    }

    @Test
    @Tag("long")
    void aPageOfFiftyRowsIsThereAfterAReloadAndAfterASessionThatEnded() {
        try (Visit visit = Visit.stranger()) {
            Page page = visit.page();
            signsInNext(visit, "leader");
            visit.open("/rows/visits");
            CreationStoriesIT.paste(
                    page,
                    "row.0.household",
                    IntStream.range(0, 50).mapToObj(row -> List.of("hàng số " + row, "an toàn thông tin")));
            kept(page, "hàng số 49");

            page.reload();
            assertThat(page.locator("[name='row.49.household']")).hasValue("hàng số 49");
            page.locator("[name='row.0.household']").fill("hàng đầu");
            kept(page, "hàng đầu");
            visit.context().clearCookies();
            visit.open("/rows/visits");
            visit.enter("leader");

            assertThat(page.locator("[name='row.0.household']")).hasValue("hàng đầu");
            assertThat(page.locator("[name='row.49.household']")).hasValue("hàng số 49");
            // What is copied still falls into place, and Enter still goes down.
            page.locator("[name='row.48.services']").press("Enter");
            assertThat(page.locator("[name='row.49.services']")).isFocused();

            // Lines put into the text field are rows from then on, and no draft from before them stands in their place.
            page.locator("details.paste summary").click();
            page.fill("#f-paste", "thêm một\tkhác");
            page.locator("[name='row.49.household']").fill("");
            page.locator("[name='row.49.services']").fill("");
            page.locator("button[value=paste]").click();
            assertThat(page.locator("[name='row.49.household']")).hasValue("thêm một");
            page.reload();
            assertThat(page.locator("[name='row.49.household']")).hasValue("thêm một");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void theFourthPersonOfATeamThatIsFoundedAndLeadsItIsThereAfterAReload() {
        try (Visit visit = Visit.of("officer")) {
            Page page = visit.page();
            visit.open("/found-team");
            page.locator("button[value=add]").click();
            page.fill("[name='members.3.name']", "Phạm Thị Tư");
            page.locator("[name=leader]").nth(3).check();
            kept(page, "Phạm Thị Tư");
            String leader = page.locator("[name=leader]:checked").inputValue();
            kept(page, "[\"leader\",\"" + leader);

            visit.open("/found-team");
            assertThat(page.locator("[name='members.3.name']")).hasValue("Phạm Thị Tư");
            assertThat(page.locator("[name=leader]").nth(3)).isChecked();
            assertThat(page.locator("[name='members.3.member']")).hasValue(leader);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** While the draft cannot be opened nothing takes its place. */
    @Test
    @Tag("long")
    void aDraftThatCannotBeOpenedIsToldAndKept() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            page.route("**/visit", route -> {
                if (route.request().method().equals("POST")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            visit.open("/visit");
            assertThat(page.locator(".unsent")).containsText("tải lại");
            page.locator("#visit summary")
                    .filter(new Locator.FilterOptions().setHasText("ghi chú"))
                    .click();
            page.locator("[name=note]").fill("khác");
            page.unroute("**/visit");
            page.reload();
            isKept(page);
        }
    }

    @Test
    @Tag("long")
    void anEndedSessionLeadsBackToWhatWasTyped() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            visit.context().clearCookies();
            save(page);

            assertThat(page).hasURL(Pattern.compile("/sign-in[?]to="));
            visit.enter("member");
            assertThat(page).hasURL(Pattern.compile("/visit$"));
            isKept(page);
            page.locator("#visit .save button").click();
            assertThat(page.locator("#receipt")).isVisible();
            assertThat(page.evaluate(KEPT)).as("recorded, so no draft any more").isEqualTo(0);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void withoutANetworkTheFormStaysAndSaysThatNothingWasRecorded() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            visit.context().setOffline(true);
            save(page);

            assertThat(page.locator(".unsent")).containsText("chưa ghi gì");
            isKept(page);
            visit.context().setOffline(false);
            page.locator("#visit .save button").click();
            assertThat(page.locator("#receipt")).isVisible();
        }
    }

    @Test
    void signingOutAsksOnceAndEndsTheDrafts() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.message());
                if (asked.size() == 1) {
                    dialog.dismiss();
                } else {
                    dialog.accept();
                }
            });
            visit.open("/visit");
            type(page);
            page.locator("form[data-drafts] button").click();
            assertThat(page).hasURL(Pattern.compile("/visit$"));
            isKept(page);

            page.locator("form[data-drafts] button").click();
            assertThat(page).not().hasURL(Pattern.compile("/visit$"));
            assertThat(asked).hasSize(2).allMatch(words -> words.contains("bản nháp"));
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }

    @Test
    @Tag("long")
    void aDraftEndsAfterADay() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            page.evaluate("""
                    Object.keys(localStorage).filter(key => key.startsWith('soto-draft:')).forEach(key => {
                      const draft = JSON.parse(localStorage.getItem(key));
                      localStorage.setItem(key, JSON.stringify({ ...draft, at: draft.at - 24 * 60 * 60 * 1000 - 1000 }));
                    })""");
            visit.open("/visit");

            assertThat(page.locator("[name=note]")).hasValue("");
            assertThat(page.locator(".chip input:checked")).hasCount(0);
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }
}
