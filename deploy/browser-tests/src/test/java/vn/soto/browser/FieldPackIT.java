package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of households that a phone takes along is there without a network, and leaves it in time. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldPackIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();
    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "leader");

    private static Locator rows(FieldPhone phone) {
        return phone.go("households").page().locator("main .row");
    }

    private static Locator row(FieldPhone phone, int number) {
        return rows(phone)
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile(
                                HOUSEHOLDS.get(number).get("reference").asString() + "(?!\\d)")));
    }

    private static void tell(int number, String command, String body) {
        PRODUCT.give(
                "administrator",
                "/api/households/" + HOUSEHOLDS.get(number).get("household").asString() + command,
                body);
    }

    @Test
    @Tag("long")
    void withoutAContactItEndsAfterSevenDaysAndCaptureGoesOn() {
        int all = FieldPhone.households(PRODUCT, "leader").size();
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("leader")) {
            phone.offline(true);
            phone.clockOff(Duration.ofDays(6)).reopen().unlock("leader");
            assertThat(rows(phone)).hasCount(all);

            phone.clockOff(Duration.ofDays(2)).reopen().unlock("leader");
            assertThat(phone.page().locator(".notice").first()).containsText("danh sách đã quá 7 ngày");
            assertThat(rows(phone)).hasCount(0);
            phone.visitTo(HOUSEHOLDS.getFirst().get("reference").asString(), "VNeID");
            assertThat(phone.kept()).containsText("Đã cất trên máy");
        }
    }

    @Test
    @Tag("long")
    void namesAreCarriedUntilTheEndOfTheDay() {
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("leader")) {
            String reference = rows(phone).first().locator("strong").textContent();
            phone.page().locator("[data-names]").click();
            assertThat(phone.page().locator("main")).containsText("Tên chỉ ở trên máy đến hết hôm nay");
            assertThat(rows(phone).first().locator("strong")).not().hasText(reference);
            phone.offline(true);
            phone.reopen().unlock("leader");
            assertThat(rows(phone).first().locator("strong")).not().hasText(reference);

            phone.clockOff(Duration.ofDays(1)).reopen().unlock("leader");
            assertThat(rows(phone).first().locator("strong")).hasText(reference);
            assertThat(phone.page().locator("main")).not().containsText("Tên chỉ ở trên máy");
        }
    }

    @Test
    void householdsThatWereErasedMovedOrGivenToSomebodyElseLeaveAtTheNextContact() {
        int last = HOUSEHOLDS.size() - 1;
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("leader")) {
            rows(phone);
            phone.page().locator("[data-names]").click();
            assertThat(phone.page().locator("main")).containsText("Tên chỉ ở trên máy");
            String erased = row(phone, last).locator("strong").textContent();
            phone.offline(true);
            tell(
                    last - 1,
                    "/relocation",
                    "{\"unit\":\"%s\",\"effectiveFrom\":\"%s\"}"
                            .formatted(FieldPhone.elsewhere(PRODUCT, "leader"), today));
            tell(last - 2, "/unassignment", "{\"effectiveFrom\":\"" + today + "\"}");
            String plan = PRODUCT.send(
                    "administrator",
                    "/api/households/" + HOUSEHOLDS.get(last).get("household").asString() + "/erasure",
                    "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}",
                    202);
            PRODUCT.give(
                    "administrator-2",
                    "/api/plans/" + new JsonMapper().readTree(plan).get("plan").asString() + "/approval",
                    "{}");
            phone.reopen().unlock("leader");
            assertThat(rows(phone)).hasCount(HOUSEHOLDS.size());

            phone.offline(false);
            phone.reopen().unlock("leader");
            assertThat(rows(phone)).hasCount(HOUSEHOLDS.size() - 2);
            assertThat(row(phone, last - 1)).hasCount(0);
            assertThat(row(phone, last - 2)).hasCount(0);
            assertThat(phone.page().locator("main")).not().containsText(erased);
        }
    }
}
