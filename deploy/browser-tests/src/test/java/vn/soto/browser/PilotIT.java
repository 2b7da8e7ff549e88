package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.harness.AllInOne;
import vn.soto.harness.TargetFolder;

/**
 * The beginning of a pilot, by clicking alone: from an empty product to the accepted report of the quarter before
 * today's. Its first administrator was named on the machine. It needs no demo and runs beside the others.
 */
@Tag("browser")
@Tag("processes")
@Order(1)
final class PilotIT {

    private static final Duration PERSONS = Duration.ofMinutes(15);
    private static final String PASSWORD = "mat-khau-thu-nghiem-9";
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");

    @SuppressWarnings("TimeInStaticInitializer") // a story is of one day
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final LocalDate QUARTER = TODAY.withMonth((TODAY.getMonthValue() - 1) / 3 * 3 + 1)
            .withDayOfMonth(1)
            .minusMonths(3);
    private static final LocalDate FOUNDED = QUARTER.plusDays(9);

    private static final Path DATA = TargetFolder.emptied("pilot");

    /** Without the accounts that other tests are given: it has what a first start makes. */
    private static final AllInOne PRODUCT = AllInOne.start(DATA, "--soto.demo=no");

    private final List<BrowserContext> contexts = new ArrayList<>();

    @AfterAll
    static void stop() {
        PRODUCT.kill();
    }

    private Page browser() {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(PRODUCT.address().toString())
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(Chromium.PATIENCE);
        PersonsTime.count(context);
        contexts.add(context);
        return context.newPage();
    }

    /** The first sign-in with a one-time password sets another. */
    private Page signedIn(String name, String oneTime) {
        Page page = browser();
        page.navigate("/sign-in");
        page.fill("#account", name);
        page.fill("#password", oneTime);
        page.press("#password", "Enter");
        page.waitForURL(Pattern.compile("unfinished"));
        page.fill("#password", oneTime);
        page.fill("#newPassword", PASSWORD);
        page.click("form[data-account] button.primary");
        page.waitForURL(address -> !address.contains("sign-in"));
        return page;
    }

    private static JsonNode json(Page page, String question) {
        return new JsonMapper().readTree(page.request().get("/api" + question).text());
    }

    /** Sends the form: at once, or after what it would change. */
    private static Locator given(Page page) {
        page.waitForLoadState();
        if (page.locator("#impact").count() == 0) {
            page.locator("form button.primary:visible").last().click();
        }
        Locator next = page.locator("#receipt, #impact, #warnings, #errors").first();
        assertThat(next).isVisible();
        assertThat(page.locator("#errors")).hasCount(0);
        if (page.locator("#receipt").count() == 0) {
            page.locator("button[value=give]:visible").last().click();
        }
        assertThat(page.locator("#receipt")).isVisible();
        return page.locator("#receipt");
    }

    private static void choose(Page page, String path, String text) {
        page.fill("[name='_q." + path + "']", text);
        page.press("[name='_q." + path + "']", "Enter");
        page.locator("[id='o-" + path + "'] label", new Page.LocatorOptions().setHasText(text))
                .first()
                .locator("input")
                .check();
    }

    @Test
    @Tag("long")
    void fromNothingToAnAcceptedReport() throws IOException {
        PRODUCT.address();
        String[] first =
                Files.readString(DATA.resolve("one-time-password")).strip().split(":", 2);
        Page administrator = signedIn(first[0], first[1]);
        units(administrator);
        String password = account(administrator, "can.bo");
        administrator.selectOption("#f-role", "OFFICER");
        choose(administrator, "area.unit", "Bàu Bàng");
        administrator.selectOption("#f-reason", "DUTY_ASSIGNED");
        given(administrator);

        Page officer = signedIn("can.bo", password);
        String team = team(officer);
        String unit = json(officer, "/teams/" + team).at("/answer/coverage/0").asString();
        households(officer, unit);
        visits(officer);
        request(officer, unit);
        report(officer, team);
        List<PersonsTime> times = List.of(PersonsTime.of(administrator), PersonsTime.of(officer));
        assertThat(times).allSatisfy(person -> assertThat(person.presses()).isGreaterThan(10));
        assertThat(times.stream().map(PersonsTime::taken).reduce(Duration.ZERO, Duration::plus))
                .as("of both: " + times)
                .isLessThanOrEqualTo(PERSONS);
        contexts.forEach(BrowserContext::close);
    }

    private static void units(Page administrator) {
        Clicks clicks = Clicks.fromHome(administrator);
        clicks.on("a[href='/units']");
        clicks.on("main a[href^='/import/units']");
        String file = String.join(
                "\r\n",
                "loại,tên,mã đvhc,thuộc,số văn bản,ngày ký,ngày hiệu lực",
                "tỉnh,Bình Dương,74,,1/NQ,01/01/2024,01/01/2024",
                "xã,Bàu Bàng,25819,tỉnh Bình Dương,1/NQ,01/01/2024,01/01/2024",
                "khu phố,Khu phố 2,,xã Bàu Bàng,1/NQ,01/01/2024,01/01/2024",
                "khu phố,Khu phố 3,,xã Bàu Bàng,1/NQ,01/01/2024,01/01/2024");
        // A script shows it, and then looks at what is chosen.
        assertThat(administrator.locator("label[for='f-file']")).isVisible();
        administrator.setInputFiles(
                "#f-file", new FilePayload("dia-ban.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(administrator.locator("#imported")).containsText("4 dòng ghi được");
        administrator.click("#imported button[value='record']");
        administrator.waitForURL("**/plans/**");
        assertThat(administrator.locator("main"))
                .containsText(Pattern.compile("hoàn thành|đã xong", Pattern.CASE_INSENSITIVE));
    }

    private static String account(Page administrator, String name) {
        Clicks clicks = Clicks.fromHome(administrator);
        clicks.on("a[href^='/accounts']:not([href*='unconfirmed'])");
        clicks.on("main a[href^='/new-account']");
        administrator.fill("#f-name", name);
        administrator.click("#new-account button.primary");
        assertThat(administrator.locator("#made")).isVisible();
        String password = administrator.locator("[data-password]").textContent();
        administrator.click("[data-next]");
        return password;
    }

    private static String team(Page officer) {
        Clicks clicks = Clicks.fromHome(officer);
        clicks.on("a[href^='/teams?unit=']");
        clicks.on("main a[href^='/found-team']");
        officer.locator("#o-coverage label", new Page.LocatorOptions().setHasText("Khu phố 2"))
                .locator("input")
                .check();
        officer.fill("[name='name']", "Tổ công nghệ số cộng đồng khu phố 2");
        officer.fill("[name='foundingDecision.number']", "12/QĐ-UBND");
        officer.fill("[name='foundingDecision.signedOn']", FOUNDED.format(WRITTEN));
        List<String> people = List.of("Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Thị Mai");
        IntStream.range(0, people.size()).forEach(i -> officer.fill("[name='members." + i + ".name']", people.get(i)));
        given(officer).locator("a.primary").click();
        assertThat(officer.locator("main")).containsText("Tổ công nghệ số cộng đồng khu phố 2");
        return officer.url().replaceAll(".*/teams/|\\?.*", "");
    }

    /** A page of the team's neighbourhood: over the list of teams and the team. */
    private static Clicks ofTheUnit(Page officer, String unit, String page) {
        Clicks clicks = ofTheTeam(officer);
        clicks.on("main a[href='/units/" + unit + "']");
        clicks.on("main a[href='/units/" + unit + "/" + page + "']");
        return clicks;
    }

    private static Clicks ofTheTeam(Page officer) {
        Clicks clicks = Clicks.fromHome(officer);
        clicks.on("a[href^='/teams?unit=']");
        clicks.on("main th a[href^='/teams/']");
        return clicks;
    }

    private static void households(Page officer, String unit) {
        Clicks clicks = ofTheUnit(officer, unit, "households");
        clicks.on("main a[href^='/rows/households']");
        IntStream.rangeClosed(1, 3).forEach(i -> {
            officer.fill("[name='row." + (i - 1) + ".reference']", "KP2-000" + i);
            officer.fill("[name='row." + (i - 1) + ".head']", "Phạm Văn " + i);
        });
        officer.click("form.rows button.primary");
        officer.click("button[value=record]");
        assertThat(officer.locator("#receipt")).containsText("Đã thêm 3 hộ");
        assertThat(json(officer, "/units/" + unit + "/households")
                        .at("/answer/items")
                        .size())
                .isEqualTo(3);
    }

    private static void visits(Page officer) {
        ofTheTeam(officer).on("main a[href^='/rows/visits']");
        officer.locator("#o-member .option input").first().check();
        officer.fill("#f-date", FOUNDED.plusDays(3).format(WRITTEN));
        officer.selectOption("#f-reason", "WORKLOAD");
        String copied = IntStream.range(0, 10)
                .mapToObj(i -> "<tr><td>KP2-000" + (i % 3 + 1) + "</td><td>"
                        + List.of("VNeID", "thanh toán", "chữ ký số", "an toàn thông tin")
                                .get(i % 4)
                        + "</td><td>người dân</td><td>xong</td></tr>")
                .collect(Collectors.joining("", "<table>", "</table>"));
        officer.locator("[name='row.0.household']")
                .evaluate(
                        "(cell, html) => { const data = new DataTransfer(); data.setData('text/html', html);"
                                + " cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
                        copied);
        officer.click("form.rows button.primary");
        officer.click("button[value=record]");
        assertThat(officer.locator("#receipt")).containsText("Đã ghi 10 lượt");
    }

    private static void request(Page officer, String unit) {
        ofTheUnit(officer, unit, "requests").on("main a[href^='/do/receive-support-request']");
        officer.selectOption("#f-source", "IN_PERSON");
        officer.locator("input[name=topics]").first().check();
        given(officer);
        assertThat(json(officer, "/units/" + unit + "/requests?state=open")
                        .at("/answer/total")
                        .asInt())
                .isEqualTo(1);
    }

    private static void report(Page officer, String team) {
        String quarter = QUARTER.getYear() + "-Q" + ((QUARTER.getMonthValue() - 1) / 3 + 1);
        String report = "/teams/" + team + "/reports/" + quarter;
        Clicks clicks = Clicks.fromHome(officer);
        clicks.on("main .tasks a[href*='/reports?quarter=']");
        clicks.on("main a[href^='" + report + "']");
        clicks.on("main a[href^='/do/submit-quarterly-report']");
        given(officer);
        assertThat(json(officer, report).at("/answer/submitted/version").asInt())
                .isEqualTo(1);
        clicks.on("#receipt a.primary");
        clicks.on("main a[href^='/do/accept-quarterly-report']");
        given(officer);

        JsonNode accepted = json(officer, report).at("/answer");
        assertThat(accepted.at("/submitted/state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.get("figures")
                        .valueStream()
                        .map(figure -> figure.get("value").asInt()))
                .as("ten visits of the quarter")
                .contains(10);
    }
}
