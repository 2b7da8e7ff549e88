package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The fates of items that cannot simply be recorded: nothing is lost, nothing else waits for them, nobody else sends them. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldFatesIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();
    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "member");

    /** Puts more into the store than is left, and returns what it says. */
    private static final String LARGE = """
            async () => {
              const { put } = await import(document.querySelector('script').src.replace('field.js', 'field-db.js'));
              return put('settings', { name: 'large', value: crypto.getRandomValues(new Uint8Array(65536)).join().repeat(40) })
                .then(() => 'kept', (error) => error.name);
            }""";

    private static JsonNode household(int number) {
        return HOUSEHOLDS.get(HOUSEHOLDS.size() - 1 - number);
    }

    private static String reference(int number) {
        return household(number).get("reference").asString();
    }

    private static int records(int number) {
        return FieldPhone.helpOf(PRODUCT, household(number).get("household").asString());
    }

    private static Locator item(FieldPhone phone, int number) {
        return phone.items().filter(new Locator.FilterOptions().setHasText(reference(number)));
    }

    @Test
    void aHouseholdThatMovedAwayNeedsThePersonAndHoldsBackNothing() {
        int before = records(3);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.visitTo(reference(2), "VNeID");
            phone.visitTo(reference(3), "VNeID");
            PRODUCT.give(
                    "administrator",
                    "/api/households/" + household(2).get("household").asString() + "/relocation",
                    "{\"unit\":\"%s\",\"effectiveFrom\":\"%s\"}"
                            .formatted(
                                    FieldPhone.elsewhere(PRODUCT, "member"),
                                    LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
            phone.offline(false);

            phone.go("queue");
            Locator moved = phone.page().locator(".item[data-state=needs]");
            assertThat(moved.locator(".detail")).hasText("Hộ không còn thuộc tổ của bạn.");
            assertThat(item(phone, 3).locator(".state")).containsText("đã ghi");
            assertThat(records(3)).isEqualTo(before + 1);

            // It is put aside, stays, and can be mended: then it is another household's.
            moved.locator("[data-apart]").click();
            Locator aside = phone.page().locator(".item[data-state=apart]");
            assertThat(aside.locator(".state")).containsText("cất riêng");
            aside.locator("[data-edit]").click();
            phone.page().locator("[data-change]").click();
            phone.page().locator("[data-choose] [name=q]").fill(reference(4));
            phone.page().locator("[data-options] .option").first().click();
            int mended = records(4);
            phone.save();
            assertThat(item(phone, 4).locator(".state")).containsText("đã ghi");
            assertThat(records(4)).isEqualTo(mended + 1);
        }
    }

    @Test
    void aRefusedVisitSaysTheRuleAndIsMended() {
        int before = records(8);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            Page page = phone.page();
            phone.offline(true);
            phone.visitTo(reference(8), "VNeID");
            phone.items().locator("[data-apart]").click();
            item(phone, 8).locator("[data-edit]").click();
            page.locator("[data-other] summary").click();
            page.locator("[name=day]").fill("2020-01-06");
            page.locator("[name=reason]").selectOption("OFFLINE");
            phone.save();
            assertThat(phone.kept()).isVisible();
            phone.offline(false);

            assertThat(item(phone, 8).locator(".state")).containsText("bị từ chối");
            assertThat(item(phone, 8).locator(".detail")).containsText("không hoạt động trong tổ");
            assertThat(records(8)).isEqualTo(before);
            item(phone, 8).locator("[data-edit]").click();
            page.locator("[name=day]").fill("");
            phone.save();
            assertThat(item(phone, 8).locator(".state")).containsText("đã ghi");
            assertThat(records(8)).isEqualTo(before + 1);
        }
    }

    @Test
    void signingOutKeepsTheQueue() {
        int before = records(9);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.visit().context().route("**/api/commands", Route::abort);
            phone.visitTo(reference(9), "VNeID");
            assertThat(phone.kept()).isVisible();
            phone.page().navigate("/");
            phone.page().evaluate("() => document.querySelector(\"form[action='/sign-out']\").submit()");
            phone.page().waitForURL(address -> address.contains("/sign-in"));

            phone.visit().context().unroute("**/api/commands");
            phone.reopen().unlock("member");
            assertThat(item(phone, 9).locator(".state")).containsText("đã ghi");
            assertThat(records(9)).isEqualTo(before + 1);
        }
    }

    @Test
    @Tag("long")
    void aTransactionThatFailsIsNotKeptAndTheFormStays() {
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            Page page = phone.page();
            page.evaluate(
                    "() => { const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (value) {"
                            + " if (this.name === 'items' && value.state === 'waiting') { this.transaction.abort(); }"
                            + " return put.call(this, value); }; }");
            phone.visitTo(reference(5), "VNeID");

            assertThat(page.locator("[data-unkept]")).containsText("Chưa cất được trên máy");
            assertThat(phone.kept()).hasCount(0);
            assertThat(page.locator(".chip input:checked")).hasCount(1);
            assertThat(page.locator("[name=household]:checked")).hasCount(1);
            // What was typed is a draft, and there after a reload.
            phone.reopen().unlock("member").go("visit");
            assertThat(page.locator(".chip input:checked")).hasCount(1);
            assertThat(page.locator("[data-f=chosen]")).containsText(reference(5));
            phone.save();
            assertThat(phone.kept()).containsText("Đã cất trên máy");
        }
    }

    /** The browser's own store takes no more than this; it looks anew when something larger than what it thought is left comes. */
    private static void quota(FieldPhone phone, @Nullable Integer bytes) {
        JsonObject of = new JsonObject();
        of.addProperty("origin", phone.line.address().toString());
        of.addProperty("quotaSize", bytes);
        phone.visit().context().newCDPSession(phone.page()).send("Storage.overrideQuotaForOrigin", of);
    }

    @Test
    @Tag("long")
    void aFullStoreIsSaidTheFormStaysAndItsTextLeavesAsAFile() throws IOException {
        try (FieldPhone phone = FieldPhone.of(PRODUCT)) {
            Page page = phone.page();
            quota(phone, 4_000_000);
            phone.setUp("member");
            quota(phone, 1);
            assertThat(page.evaluate(LARGE)).isEqualTo("QuotaExceededError");
            phone.visitTo(reference(7), "VNeID");

            assertThat(page.locator("[data-unkept]")).containsText("Chưa cất được trên máy");
            assertThat(phone.kept()).hasCount(0);
            assertThat(page.locator(".chip input:checked")).hasCount(1);
            Path file = page.waitForDownload(
                            () -> page.locator("[data-unkept] [data-file]").click())
                    .path();
            assertThat(Files.readString(file))
                    .contains(
                            "\"record-assistance\"",
                            household(7).get("household").asString());

            quota(phone, null);
            phone.save();
            assertThat(phone.kept()).containsText("Đã cất trên máy");
        }
    }

    @Test
    void aSessionThatEndedIsBegunByThePinWhileItemsWait() {
        int before = records(6);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.endSession();
            phone.visitTo(reference(6), "VNeID");
            Locator asked = phone.page().locator("[data-session]");
            assertThat(asked).containsText("phiên đã hết");
            assertThat(item(phone, 6).locator(".state")).containsText("chờ gửi");
            asked.locator("[name=pin]").fill(FieldPhone.PIN);
            asked.locator("button").click();

            assertThat(item(phone, 6).locator(".state")).containsText("đã ghi");
            assertThat(records(6)).isEqualTo(before + 1);
        }
    }
}
