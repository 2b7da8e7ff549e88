package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Things happen elsewhere while a phone is away: how much waits on it is known, and nothing of it is lost. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldMeanwhileIT {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();

    private static final List<JsonNode> HOUSEHOLDS = FieldPhone.households(PRODUCT, "member");
    private static final String TEAM =
            PRODUCT.json("member", "/api/me/day-pack", "/answer/teams/0").asString();

    private static String reference(int number) {
        return HOUSEHOLDS.get(number).get("reference").asString();
    }

    private static String household(int number) {
        return HOUSEHOLDS.get(number).get("household").asString();
    }

    private static int records(int number) {
        return FieldPhone.helpOf(PRODUCT, household(number));
    }

    /** A computer at which somebody has signed in, at an address. */
    private static FieldPhone computer(String account, String address) {
        FieldPhone computer = FieldPhone.of(PRODUCT, look -> look.setViewportSize(1280, 800));
        computer.visit().signIn(account);
        computer.page().navigate(address);
        return computer;
    }

    private static String device(FieldPhone phone) {
        return String.valueOf(phone.stored("db.device()"));
    }

    /** How much waits on a device of the member, as it told at its last contact. */
    private static int waiting(String device) {
        return PRODUCT.json("member", "/api/me/devices", "/answer/devices")
                .valueStream()
                .filter(each -> each.get("device").asString().equals(device))
                .findFirst()
                .map(each -> each.get("waiting").asInt())
                .orElse(0);
    }

    private static Locator of(String device, Locator rows) {
        return rows.filter(new Locator.FilterOptions().setHasText(device.substring(device.length() - 6)));
    }

    private static Locator devices(FieldPhone computer, String account, String address) {
        computer.page().navigate(address + "?atLeast=" + FieldPhone.tail(PRODUCT, account));
        return computer.page().locator("main .rows li");
    }

    @Test
    @Tag("long")
    void eachContactTellsThePersonAndTheLeaderHowMuchWaits() {
        int before = records(0);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member");
                FieldPhone leader = computer("leader", "/teams/" + TEAM + "/devices")) {
            // There is a network, but nothing that is sent arrives.
            phone.visit().context().route("**/api/commands", Route::abort);
            phone.visitTo(reference(0), "VNeID");
            assertThat(phone.kept()).isVisible();
            phone.reopen().unlock("member");
            assertThat(phone.items()).hasCount(1);
            String device = device(phone);
            PRODUCT.awaits(() -> waiting(device) == 1);

            assertThat(of(device, devices(leader, "leader", "/teams/" + TEAM + "/devices")))
                    .containsText(Pattern.compile(
                            "Máy của [\\s\\S]+ còn\\s+1\\s+lượt chưa gửi, liên lạc cuối \\d\\d:\\d\\d"));
            assertThat(leader.page().locator("main .rows .button")).hasCount(0);
            leader.page().navigate("/");
            assertThat(leader.page().locator("main")).containsText("máy của thành viên còn lượt chưa gửi");
            assertThat(PRODUCT.page("member", "/api/teams/" + TEAM + "/devices").statusCode())
                    .isEqualTo(403);

            phone.visit().context().unroute("**/api/commands");
            phone.page().locator("[data-send]").click();
            assertThat(phone.items().locator(".state")).containsText("đã ghi");
            assertThat(records(0)).isEqualTo(before + 1);
            PRODUCT.awaits(() -> waiting(device) == 0);
            assertThat(phone.visit().complaints()).isEmpty();
        }
    }

    @Test
    void aLostPhoneIsLockedByItsAccountAndWhatWaitsStaysThere() {
        int before = records(1);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.visitTo(reference(1), "VNeID");
            assertThat(phone.kept()).isVisible();
            String device = device(phone);

            try (FieldPhone computer = computer("member", "/me/devices")) {
                of(device, computer.page().locator("main .rows li"))
                        .locator(".button")
                        .click();
                assertThat(computer.page().locator("main")).containsText("sổ không nhận lượt ghi từ máy này");
                computer.page().locator("#device-act button.primary").click();
                // Every session has ended, this one too.
                computer.page().waitForURL(address -> address.contains("/sign-in"));
            }
            Visit.forget(PRODUCT, "member");

            phone.offline(false);
            phone.reopen().unlock("member");
            assertThat(phone.page().locator("#net")).containsText("phiên đã hết");
            phone.go("households");
            assertThat(phone.page().locator("main .row")).hasCount(0);
            assertThat(phone.items().locator(".state")).containsText("chờ gửi");

            phone.signIn("member", "/field");
            phone.unlock("member");
            assertThat(phone.page().locator("#net")).containsText("máy đã khóa");
            phone.go("households");
            assertThat(phone.page().locator("main .row")).hasCount(0);
            assertThat(phone.items()).hasCount(1);
            assertThat(records(1)).isEqualTo(before);

            try (FieldPhone office = computer("administrator", "/teams/" + TEAM + "/devices")) {
                Locator locked = devices(office, "administrator", "/teams/" + TEAM + "/devices")
                        .filter(new Locator.FilterOptions().setHasText("máy đã khóa"));
                locked.locator(".button").click();
                office.page().locator("#device-act button.primary").click();
                assertThat(office.page().locator("main")).not().containsText("máy đã khóa");
            }
            phone.reopen().unlock("member");
            assertThat(phone.items().locator(".state")).containsText("đã ghi");
            assertThat(records(1)).isEqualTo(before + 1);
        }
    }

    /** Nobody signs in with the account any more; its queue stays, and is sent once the account is back. */
    @Test
    @Tag("long")
    void theQueueOfAnAccountThatWasLockedStays() {
        int before = records(2);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.visitTo(reference(2), "VNeID");
            assertThat(phone.kept()).isVisible();
            PRODUCT.send("administrator", "/api/local-accounts/member/lock", "{}", 200);
            try {
                phone.offline(false);
                phone.reopen().unlock("member");
                assertThat(phone.page().locator("#net")).containsText("phiên đã hết");
                assertThat(phone.items().locator(".state")).containsText("chờ gửi");
                phone.go("households");
                assertThat(phone.page().locator("main .row")).hasCount(0);
                assertThat(records(2)).isEqualTo(before);
            } finally {
                PRODUCT.send("administrator", "/api/local-accounts/member/unlock", "{}", 200);
            }
            phone.signIn("member", "/field");
            phone.unlock("member");
            assertThat(phone.items().locator(".state")).containsText("đã ghi");
            assertThat(records(2)).isEqualTo(before + 1);
        }
    }

    /**
     * A quarter that has ended, and is closed.
     *
     * @param lastDay of the quarter
     */
    private record Closed(String quarter, LocalDate lastDay) {

        private static final Closed LATEST = IntStream.range(0, 4)
                .mapToObj(back -> LocalDate.now(VIETNAM).minusMonths(3L * back))
                .map(day -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3)
                .map(quarter -> new Closed(
                        quarter, LocalDate.parse(period(quarter).get("lastDay").asString())))
                .filter(closed -> closed.lastDay.plusDays(2).isBefore(LocalDate.now(VIETNAM)))
                .findFirst()
                .orElseThrow();

        private static JsonNode period(String quarter) {
            return PRODUCT.json("leader", "/api/teams/" + TEAM + "/reports/" + quarter, "/answer/period");
        }

        static Closed latest() {
            JsonNode period = period(LATEST.quarter);
            if (!period.get("state").asString().equals("CLOSED")) {
                String unit = period.get("authority").asString();
                PRODUCT.give("administrator", "/api/units/" + unit + "/periods/" + LATEST.quarter + "/closure", "{}");
            }
            return LATEST;
        }

        boolean isLate(String commit) {
            return PRODUCT.json(
                            "leader",
                            "/api/teams/" + TEAM + "/reports/" + quarter + "/late?atLeast=" + commit,
                            "/answer/entries")
                    .findValuesAsString("commit")
                    .contains(commit);
        }
    }

    /** A phone claims two days before or after the end of a closed quarter: only the ledger's time closes it. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {-2, 2})
    void aClockThatIsWrongPutsNothingIntoAClosedQuarter(int days) {
        Closed closed = Closed.latest();
        Instant claimed =
                closed.lastDay.plusDays(days).atTime(12, 0).atZone(VIETNAM).toInstant();
        int first = 10 + days;
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.clockOff(Duration.between(Instant.now(), claimed)).reopen().unlock("member");
            phone.visitTo(reference(first), "VNeID");
            assertThat(phone.kept()).isVisible();
            phone.offline(false);
            phone.reopen().unlock("member");
            String asClaimed = commitOf(phone, first);
            assertThat(closed.isLate(asClaimed)).isEqualTo(days < 0);

            // In the start of the page in which there was a contact, the time is put right.
            phone.visitTo(reference(first + 1), "VNeID");
            assertThat(phone.kept()).isVisible();
            assertThat(closed.isLate(commitOf(phone, first + 1))).isFalse();
        }
    }

    private static String commitOf(FieldPhone phone, int household) {
        Locator item = phone.items().filter(new Locator.FilterOptions().setHasText(reference(household)));
        assertThat(item.locator(".state")).containsText("đã ghi");
        return item.locator(".detail").textContent().replaceAll("\\D", "");
    }

    /** Help from before a member left counts, is told as such, and waits for the team's confirmation. The member comes back today. */
    @Test
    @Tag("long")
    void whatAMemberDidBeforeLeavingIsRecorded() {
        int before = records(20);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            phone.clockOff(Duration.ofDays(-2)).reopen().unlock("member");
            phone.visitTo(reference(20), "VNeID");
            assertThat(phone.kept()).isVisible();
            String member =
                    PRODUCT.json("member", "/api/me/day-pack", "/answer/member").asString();
            PRODUCT.give(
                    "administrator",
                    "/api/teams/" + TEAM + "/members/" + member + "/end",
                    "{\"reason\":\"MOVED_AWAY\",\"lastDay\":\"%s\"}"
                            .formatted(LocalDate.now(VIETNAM).minusDays(1)));

            try {
                phone.offline(false);
                phone.reopen().unlock("member");
                assertThat(phone.items().locator(".state")).containsText("đã ghi, chờ tổ xác nhận");
                assertThat(records(20)).isEqualTo(before + 1);
                assertThat(phone.go("households").page().locator("main .row")).hasCount(0);
            } finally {
                PRODUCT.give(
                        "administrator",
                        "/api/teams/" + TEAM + "/members",
                        "{\"member\":\"%s\",\"organisation\":\"TEACHER\",\"effectiveFrom\":\"%s\"}"
                                .formatted(member, LocalDate.now(VIETNAM)));
            }
        }
    }
}
