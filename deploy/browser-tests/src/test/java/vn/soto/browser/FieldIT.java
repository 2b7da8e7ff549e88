package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** In the field: what is kept without a network is recorded once there is one, once, and the phone says what became of it. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();

    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "member");

    private static JsonNode household(int number) {
        return HOUSEHOLDS.get(HOUSEHOLDS.size() - 1 - number);
    }

    private static int records(JsonNode household) {
        return FieldPhone.helpOf(PRODUCT, household.get("household").asString());
    }

    private static void isRecorded(Locator item) {
        assertThat(item.locator(".state")).containsText("đã ghi");
        assertThat(item.locator(".detail")).containsText(Pattern.compile("lần ghi \\d+"));
    }

    @Test
    void withoutANetworkThePageOpensAndAVisitIsKeptUntilThereIsOne() {
        JsonNode household = household(0);
        int before = records(household);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.reopen().unlock("member");
            assertThat(phone.page().locator("#net")).containsText("không có mạng");
            phone.visitTo(household.get("reference").asString(), "VNeID");
            assertThat(phone.kept()).containsText("Đã cất trên máy");
            assertThat(phone.items()).hasCount(1);
            assertThat(phone.items().locator(".state")).containsText("chờ gửi");
            assertThat(records(household)).isEqualTo(before);

            // The browser may be closed meanwhile.
            phone.reopen().unlock("member");
            phone.offline(false);

            isRecorded(phone.items());
            assertThat(phone.page().locator("#waiting")).containsText("mọi lượt đã gửi");
            assertThat(records(household)).isEqualTo(before + 1);
            assertThat(phone.visit().complaints()).isEmpty();
        }
    }

    /** The answer is lost after the commit: what is sent again is recorded once. */
    @Test
    void whatIsSentTwiceIsRecordedOnce() {
        JsonNode household = household(1);
        int before = records(household);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.line.set(TcpCut.Line.DEAF);
            phone.visitTo(household.get("reference").asString(), "Chữ ký số");
            assertThat(phone.kept()).containsText("Đã cất trên máy");
            PRODUCT.awaits(() -> records(household) == before + 1);
            assertThat(phone.items().locator(".state")).containsText("chờ gửi");

            phone.line.set(TcpCut.Line.WHOLE);
            phone.page().locator("[data-send]").click();

            isRecorded(phone.items());
            assertThat(records(household)).isEqualTo(before + 1);
        }
    }
}
