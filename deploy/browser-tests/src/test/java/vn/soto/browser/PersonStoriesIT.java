package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** An account from its beginning to its end, and what is recorded about a person; each effect is read back from the API. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class PersonStoriesIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String COMMUNE = "hcm-013";
    private static final int FOUR = 4;

    private static JsonNode answer(String address) {
        return PRODUCT.json("administrator", "/api" + address).get("answer");
    }

    private static Clicks at(Page page, String account) {
        Clicks clicks = Clicks.fromHome(page);
        clicks.on("main a[href='/accounts']");
        clicks.on("main table a[href='/accounts/" + account + "']");
        return clicks;
    }

    private static void given(Page page) {
        assertThat(page.locator("#receipt")).isVisible();
        page.locator("#receipt a.primary").click();
        assertThat(page.locator("#receipt")).hasCount(0);
    }

    private static JsonNode local(String name) {
        return PRODUCT.json("administrator", "/api/local-accounts")
                .valueStream()
                .filter(account -> account.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DailyJob(24)
    void anAccountIsMadeForAPersonGetsARoleIsLockedAndEnds() {
        String login = "thu.tran";
        try (Visit visit = Visit.of("administrator")) {
            Page page = visit.page();
            Clicks clicks = Clicks.fromSearch(page, "khu phố 2, Lai Uyên");
            clicks.on("main table.list a[href^='/teams/']");
            clicks.on("main a[href='/members/demo-member-028']");
            clicks.on("main a[href^='/new-account?member=']");
            page.fill("#f-name", login);
            clicks.on("#new-account button.primary");
            clicks.atMost(FOUR);
            assertThat(page.locator("[data-password]")).isVisible();
            String account = local(login).get("account").asString();

            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/link-account']");
            clicks.on("#command .actions button");
            clicks.atMost(FOUR);
            given(page);
            assertThat(answer("/accounts/" + account).at("/persons/0/member").asString())
                    .isEqualTo("demo-member-028");

            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/grant-role']");
            clicks.pick("#f-role", "VIEWER");
            page.fill("[name='_q.area.unit']", "Bàu Bàng");
            clicks.on("#o-area\\.unit input[value='" + COMMUNE + "']");
            clicks.on("#command .actions button");
            clicks.atMost(FOUR);
            given(page);
            assertThat(answer("/accounts/" + account).at("/rights/0/role").asString())
                    .isEqualTo("VIEWER");

            clicks = at(page, account);
            clicks.on("main a[href^='/account-act/lock/']");
            clicks.on("#account-act button.primary");
            clicks.atMost(FOUR);
            assertThat(page.locator("main")).containsText("Tài khoản đang khóa");
            assertThat(local(login).get("locked").asBoolean()).isTrue();

            clicks = at(page, account);
            clicks.on("main a[href^='/do/end-grant'][href*='grant=']");
            clicks.on("#command .actions button");
            clicks.atMost(FOUR);
            given(page);
            assertThat(answer("/accounts/" + account).at("/grants/0/until").asString())
                    .isNotEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void aHouseholdConsentsAndWithdrawsWhereItsConsentsStand() {
        String id = PRODUCT.json("member", "/api/households", "/answer/households/0/household")
                .asString();
        String consents = "/households/" + id + "/consents";
        try (Visit visit = Visit.of("member")) {
            Page page = visit.page();
            visit.open("/households/" + id);
            Clicks clicks = Clicks.here(page);
            clicks.on("main a[href='" + consents + "']");
            clicks.on("main a[href^='/do/record-consent'][href*='purpose=PUBLICATION']");
            page.fill("[name='textVersion']", "1");
            clicks.pick("#f-method", "SPOKEN");
            clicks.on("#command .actions button");
            clicks.atMost(FOUR);
            given(page);
            assertThat(last(consents).get("purpose").asString()).isEqualTo("PUBLICATION");
            assertThat(last(consents).has("until")).isFalse();

            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/withdraw-consent'][href*='purpose=PUBLICATION']");
            clicks.on("#give");
            clicks.atMost(2);
            given(page);
            assertThat(last(consents).has("until")).isTrue();
            assertThat(page.locator("main")).containsText("đã rút lại ngày");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static JsonNode last(String consents) {
        JsonNode all = answer(consents).get("consents");
        return all.get(all.size() - 1);
    }

    @Test
    @Tag("long")
    @DailyJob(28)
    void theFileOfAHouseholdIsReadAndItsDataAreErasedByTwo() {
        JsonNode household = answer("/units/" + COMMUNE + "/households?limit=50")
                .get("items")
                .get(49);
        String id = household.get("household").asString();
        try (Visit visit = Visit.of("administrator");
                Visit other = Visit.of("administrator-2")) {
            Page page = visit.page();
            file(page, household.get("reference").asString());
            Clicks clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/receive-data-request']");
            clicks.pick("#f-kind", "ERASURE");
            clicks.on("#command .actions button");
            clicks.atMost(FOUR);
            given(page);

            file(page, household.get("reference").asString()).atMost(2);
            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/erase-household-data']");
            clicks.on("#give");
            clicks.atMost(FOUR);
            assertThat(page.locator("#receipt")).containsText("chờ người thứ hai duyệt");

            page = other.page();
            clicks = Clicks.fromHome(page);
            clicks.on("main a[href*='state=awaiting-approval']");
            clicks.on("main a[href^='/do/approve-plan']");
            clicks.on("#give");
            clicks.atMost(6);
            assertThat(page.locator("#receipt")).isVisible();
            PRODUCT.awaits(() -> answer("/persons/household:" + id + "/file").has("erasure"));
            assertThat(answer("/households/" + id).at("/contact/name").asString(""))
                    .doesNotContain("Nguyễn");
            other.open("/persons/household:" + id + "/file");
            assertThat(page.locator("main")).containsText("đã được xóa");
            assertThat(visit.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    private static Clicks file(Page page, String reference) {
        Clicks clicks = Clicks.fromSearch(page, reference);
        clicks.on("main table.list a[href^='/households/']");
        clicks.on("main a[href^='/persons/household'][href$='/file']");
        return clicks;
    }

    @Test
    @Tag("long")
    void anOperatorReadsHowTheProductIsAndNobodyElseDoes() {
        try (Visit visit = Visit.of("operator");
                Visit member = Visit.of("member")) {
            Clicks clicks = Clicks.fromHome(visit.page());
            clicks.on("main a[href='/status']");
            clicks.atMost(1);
            assertThat(visit.page().locator("main table")).containsText("lần ghi");
            assertThat(visit.page().locator("h1")).containsText("Hệ thống");
            assertThat(member.open("/status")).isEqualTo(403);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void whoeverHasAnAccountSeesWhatIsHeldAboutThem() {
        try (Visit visit = Visit.of("member");
                Visit auditor = Visit.of("auditor")) {
            Page page = visit.page();
            page.setViewportSize(360, 740);
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("a.account");
            clicks.on("main a[href='/me/file']");
            clicks.atMost(2);
            JsonNode file = PRODUCT.json("member", "/api/me/file", "/answer/file");
            assertThat(page.locator("main"))
                    .containsText(file.at("/person/name").asString());
            assertThat(file.get("total").asInt()).isPositive();
            auditor.open("/me/file");
            assertThat(auditor.page().locator("main"))
                    .containsText(PRODUCT.json("auditor", "/api/me/file", "/answer/file/person/name")
                            .asString());
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
