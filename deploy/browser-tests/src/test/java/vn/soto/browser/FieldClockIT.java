package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A phone whose clock is wrong: the time of help is put right at a contact, and the claim is kept beside it. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldClockIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();
    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "leader");

    private static List<Integer> hours() {
        return Boolean.getBoolean("soto.long") ? List.of(-48, -2, 2, 48) : List.of(-48);
    }

    /** Behind by days; at length also ahead, and by hours. */
    @ParameterizedTest
    @MethodSource("hours")
    void theTimeOfHelpIsTheServersAndTheClaimIsKept(int hours) {
        JsonNode household = HOUSEHOLDS.get(HOUSEHOLDS.size() - 1 - Math.floorMod(hours, 7));
        Instant before = Instant.now().minusSeconds(5);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("leader")) {
            phone.clockOff(Duration.ofHours(hours));
            phone.reopen().unlock("leader");
            assertThat(phone.page().locator(".notice").first()).containsText("lệch " + Math.abs(hours) * 60 + " phút");
            phone.visitTo(household.get("reference").asString(), "VNeID");
            assertThat(phone.kept().locator(".state")).containsText("lần ghi");
            String commit = phone.kept().locator(".state").textContent().replaceAll("\\D", "");

            JsonNode event =
                    PRODUCT.json("administrator", "/api/commits/" + commit + "?atLeast=" + commit, "/answer/events/0");
            Instant occurred =
                    Instant.parse(event.at("/body/content/occurredAt").asString());
            assertThat(occurred).isBetween(before, Instant.now().plusSeconds(5));
            JsonNode told = PRODUCT.json(
                    "administrator", "/api/events/" + event.get("position").asString() + "?atLeast=" + commit);
            assertThat(Duration.between(
                            occurred, Instant.parse(told.at("/answer/entered").asString())))
                    .isCloseTo(Duration.ofHours(hours), Duration.ofSeconds(10));
        }
    }

    /** Without a contact in the same start of the page the claim stands: late entries are told by the ledger's time. */
    @Test
    @Tag("long")
    void whatWasKeptBeforeAStartIsAsItWasClaimed() {
        JsonNode household = HOUSEHOLDS.get(HOUSEHOLDS.size() - 8);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("leader")) {
            phone.clockOff(Duration.ofHours(-2));
            phone.offline(true);
            phone.reopen().unlock("leader");
            phone.visitTo(household.get("reference").asString(), "VNeID");
            assertThat(phone.kept()).isVisible();
            phone.reopen();
            phone.offline(false);
            phone.unlock("leader");
            assertThat(phone.items().locator(".state")).containsText("đã ghi");
            String commit = phone.items().locator(".detail").textContent().replaceAll("\\D", "");

            Instant occurred = Instant.parse(PRODUCT.json(
                            "administrator",
                            "/api/commits/" + commit + "?atLeast=" + commit,
                            "/answer/events/0/body/content/occurredAt")
                    .asString());
            assertThat(Duration.between(occurred, Instant.now()))
                    .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(125));
        }
    }
}
