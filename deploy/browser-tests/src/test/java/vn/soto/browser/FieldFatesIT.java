package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The fates of items that cannot simply be recorded: nothing is lost, nothing else waits for them, nobody else sends them. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class FieldFatesIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "member");

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

    /** A residential unit of another team. */
    private static String elsewhere() {
        String own =
                PRODUCT.json("member", "/api/me/day-pack").at("/answer/teams/0").asString();
        return StreamSupport.stream(
                        PRODUCT.json("administrator", "/api/teams?limit=9")
                                .at("/answer/items")
                                .spliterator(),
                        false)
                .filter(team -> !team.get("team").asString().equals(own))
                .map(team -> team.at("/coverage/0").asString())
                .findFirst()
                .orElseThrow();
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
                            .formatted(elsewhere(), LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
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
