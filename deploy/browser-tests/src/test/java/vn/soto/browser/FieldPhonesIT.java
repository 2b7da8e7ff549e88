package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A phone that two people share: each opens their own part by PIN, without a network, and none reads or sends the other's. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldPhonesIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();
    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "member");

    private static String reference(int number) {
        return HOUSEHOLDS.get(HOUSEHOLDS.size() - 1 - number).get("reference").asString();
    }

    private static int records(int number) {
        return FieldPhone.helpOf(
                PRODUCT,
                HOUSEHOLDS.get(HOUSEHOLDS.size() - 1 - number).get("household").asString());
    }

    @Test
    void eachHasAQueueAndNobodySendsTheOthers() {
        int before = records(10);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.visitTo(reference(10), "VNeID");
            assertThat(phone.kept()).isVisible();
            // A phone that is reached sends at once.
            phone.endSession();
            phone.offline(false);
            phone.reopen();
            phone.setUp("leader").go("queue");
            assertThat(phone.page().locator(".notice")).containsText("1 lượt của tài khoản khác trên máy này");
            assertThat(phone.page().locator(".item")).hasCount(0);
            assertThat(records(10)).isEqualTo(before);

            // Without a network, too, each opens their own; the session follows the PIN.
            phone.offline(true);
            phone.reopen().unlock("member");
            assertThat(phone.items()).hasCount(1);
            phone.offline(false);
            phone.reopen().unlock("member");
            assertThat(phone.items().locator(".state")).containsText("đã ghi");
            assertThat(records(10)).isEqualTo(before + 1);
        }
    }

    @Test
    @Tag("long")
    void wrongPinsWaitAndAForgottenOneLosesNothing() {
        int sealed = records(11);
        int later = records(12);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            Page page = phone.page();
            assertThat(phone.stored("Math.min(...(await db.all('queues')).map((each) => each.lock.rounds))"))
                    .as("rounds between a PIN and a key")
                    .isEqualTo(310_000);
            phone.offline(true);
            phone.visitTo(reference(11), "VNeID");
            assertThat(phone.kept()).isVisible();
            phone.reopen();
            IntStream.range(0, 3).forEach(_ -> {
                phone.typePin("111222");
                assertThat(page.locator(".fault:visible")).containsText("chưa đúng");
            });
            assertThat(page.locator(".fault:visible")).containsText("không có gì bị xóa");
            phone.typePin(FieldPhone.PIN);
            assertThat(page.locator(".fault:visible")).containsText("Hãy thử lại sau");

            page.locator("[data-forgot]").click();
            // Only the form of a new PIN asks twice: this waits for it.
            page.locator("[name=again]").fill("471802");
            page.locator("[name=pin]").fill("471802");
            page.locator("form button.primary").click();
            phone.visitTo(reference(12), "VNeID");
            assertThat(phone.kept()).isVisible();

            phone.offline(false);
            phone.signIn("member", "/field");
            page.locator("[name=pin]").fill("471802");
            page.locator("form button.primary").click();
            assertThat(phone.items()
                            .filter(new Locator.FilterOptions().setHasText(reference(12)))
                            .locator(".state"))
                    .containsText("đã ghi");
            assertThat(records(12)).isEqualTo(later + 1);
            assertThat(records(11)).isEqualTo(sealed);

            phone.go("more");
            page.locator("main form [name=password]").fill(PRODUCT.password("member"));
            page.locator("main form button").click();
            assertThat(page.locator("main form")).hasCount(0);
            assertThat(phone.items()
                            .filter(new Locator.FilterOptions().setHasText(reference(11)))
                            .locator(".state"))
                    .containsText("đã ghi");
            assertThat(records(11)).isEqualTo(sealed + 1);
        }
    }
}
