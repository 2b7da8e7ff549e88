package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The work of officers over a quarter, by clicking; each effect is read back from the API. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class OfficerStoriesIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();
    private static final String COMMUNE = "hcm-013";
    private static final String TEAM =
            PRODUCT.json("leader", "/api/me", "/answer/rights/0/team").asString();

    private static final int FOUR = 4;

    private static void reason(Page page, Clicks clicks) {
        clicks.pick("#f-reason", page.locator("#f-reason option").nth(1).getAttribute("value"));
        if (page.locator("#f-reasonText").count() > 0) {
            page.fill("#f-reasonText", "Đã xem lại sổ cùng tổ");
        }
    }

    /** Sends the form and goes on from its receipt, as the receipt proposes. */
    private static void give(Page page, Clicks clicks) {
        clicks.on("main form button.primary:visible");
        assertThat(page.locator("#receipt")).isVisible();
    }

    private static void goOn(Page page) {
        page.locator("#receipt a.primary").click();
        assertThat(page.locator("#receipt")).hasCount(0);
    }

    private static JsonNode answer(String account, String address) {
        return PRODUCT.json(account, address).get("answer");
    }

    /** A commune has more people than a page offers: the name is typed. */
    private static void chosenByName(Page page, Clicks clicks, String member) {
        page.fill(
                "#q-others",
                answer("officer", "/api/members/" + member).at("/name").asString());
        clicks.on("input[name='others'][value='" + member + "']");
    }

    /** A round of two nominees of the second quarter, of whom one is honoured; its address. */
    private static String decidedRound(Visit officer, Visit leader) {
        Page page = officer.page();
        Clicks clicks = Clicks.fromHome(page);
        clicks.on("a[href='/units/" + COMMUNE + "/recognition-rounds']");
        clicks.on("main a[href^='/open-round']");
        clicks.pick("#f-firstQuarter", "2026-Q2");
        page.fill("#f-quota", "1");
        page.fill("#f-objectionDays", "0");
        give(page, clicks);
        clicks.atMost(FOUR);
        goOn(page);
        String round = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");

        clicks = Clicks.here(page);
        clicks.on("main a[href^='/round-step/nominate-candidate']");
        chosenByName(page, clicks, "demo-member-027");
        chosenByName(page, clicks, "demo-member-028");
        clicks.on("main form button.primary:visible");
        clicks.atMost(FOUR);
        assertThat(page.locator("main")).containsText("Được đề nghị khen thưởng (2)");
        assertThat(answer("officer", "/api" + round).at("/about/nominated").asInt())
                .isEqualTo(2);

        clicks = Clicks.here(page);
        clicks.on("main a[href^='/do/score-recognition-round']");
        clicks.on("#give");
        clicks.atMost(FOUR);
        goOn(page);
        assertThat(page.locator("main")).containsText("không phân biệt được");
        assertThat(page.locator("main table td.number data[data-at='/answer/ranked/0/score']"))
                .hasText(Pattern.compile("\\d+,\\d"));

        objectedAndAnswered(officer, leader, round);

        clicks = Clicks.here(page);
        clicks.on("main a[href^='/round-step/decide-recognition-round']");
        assertThat(page.locator("[name='row.0.place']")).hasValue("1");
        assertThat(page.locator("[name='row.1.place']")).hasValue("");
        give(page, clicks);
        clicks.atMost(FOUR);
        goOn(page);
        return round;
    }

    /** A leader, who does not see the round, objects to a score of the team's. */
    private static void objectedAndAnswered(Visit officer, Visit leader, String round) {
        Page page = leader.page();
        Clicks clicks = Clicks.fromHome(page);
        clicks.on("a[href^='/units/'][href$='/recognition-rounds']");
        clicks.on("main article a[href^='" + round + "/candidates/member']");
        clicks = Clicks.here(page);
        clicks.on("main a[href^='/round-step/object-to-score'][href*='HOUSEHOLDS_HELPED']");
        reason(page, clicks);
        give(page, clicks);
        clicks.atMost(FOUR);
        assertThat(answer("officer", "/api" + round).at("/about/openObjections").asInt())
                .isEqualTo(1);

        officer.open(round);
        page = officer.page();
        clicks = Clicks.here(page);
        clicks.on("main li a[href^='/round-step/answer-objection']");
        clicks.pick("#f-upheld", "false");
        reason(page, clicks);
        give(page, clicks);
        clicks.atMost(FOUR);
        goOn(page);
        assertThat(answer("officer", "/api" + round).at("/objections/0/upheld").asBoolean(true))
                .isFalse();
    }

    @Test
    @Tag("long")
    @DailyJob(18)
    void aRoundGoesFromItsOpeningToThePublishedListAndOneHonourIsRevoked() {
        try (Visit officer = Visit.of(PRODUCT, "officer");
                Visit leader = Visit.of(PRODUCT, "leader")) {
            String round = decidedRound(officer, leader);
            Page page = officer.page();
            JsonNode honoured = answer("officer", "/api" + round).at("/places/0");
            assertThat(honoured.at("/who/member").asString()).isEqualTo("demo-member-028");

            Clicks clicks = Clicks.here(page);
            clicks.on("main a[href^='/round-step/record-publication-consent']");
            clicks.pick("#f-method", "SIGNED_FORM");
            clicks.on("input[name='witness'][value='demo-member-026']");
            give(page, clicks);
            clicks.atMost(FOUR);
            goOn(page);
            clicks = Clicks.here(page);
            clicks.on("main a[href^='/round-step/publish-honours']");
            assertThat(page.locator("input[name='who']:checked")).hasCount(1);
            give(page, clicks);
            clicks.atMost(FOUR);
            assertThat(published(round)).containsExactly("demo-member-028");
            goOn(page);

            String help = answer(
                            "officer", "/api" + round + "/candidates/member:demo-member-028/criteria/HOUSEHOLDS_HELPED")
                    .findValuesAsString("assistance")
                    .getFirst();
            PRODUCT.give("administrator", "/api/assistances/" + help + "/void", "{\"reason\":\"WRONG_ENTRY\"}");
            clicks = Clicks.here(page);
            clicks.on("main a[href^='/round-step/revoke-honour']");
            assertThat(page.locator("input[name='figures'][value='HOUSEHOLDS_HELPED']"))
                    .isChecked();
            reason(page, clicks);
            give(page, clicks);
            clicks.atMost(FOUR);
            assertThat(published(round)).isEmpty();
            assertThat(answer("officer", "/api" + round)
                            .at("/places/0/revoked/figures/0/criterion")
                            .asString())
                    .isEqualTo("HOUSEHOLDS_HELPED");
            evidenceStands(officer, round);
            assertThat(officer.complaints()).isEmpty();
            assertThat(leader.complaints()).isEmpty();
        }
    }

    /** The scores of the decision, item by item, and those beside them that the ledger gave at the revocation. */
    private static void evidenceStands(Visit officer, String round) {
        officer.open(round);
        List<String> evidence = officer.page().locator("table.false + p a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(evidence).hasSize(2);
        officer.open(evidence.getFirst());
        assertThat(officer.page().locator("main .criterion")).not().hasCount(0);
        officer.open(evidence.getLast());
        assertThat(officer.page().locator("#today ~ .scroll tbody tr")).not().hasCount(0);
    }

    private static List<String> published(String round) {
        return StreamSupport.stream(answer("viewer", "/api/honours").spliterator(), false)
                .filter(honour -> round.endsWith(honour.get("round").asString()))
                .map(honour -> honour.get("member").asString())
                .toList();
    }

    @Test
    @Tag("long")
    @DailyJob(17)
    void anAdministratorOpensClosesAndReopensAPeriodByItsButtons() {
        try (Visit visit = Visit.of(PRODUCT, "administrator")) {
            Page page = visit.page();
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("a[href^='/units/'][href$='/periods']");
            String unit = page.url().replaceAll(".*/units/|/periods.*", "");
            clicks.on("main a[href^='/do/open-reporting-period']");
            give(page, clicks);
            clicks.atMost(FOUR);
            goOn(page);
            assertThat(state(unit, 0)).isEqualTo("OPEN");

            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/close-reporting-period'][href*='2026-Q1']");
            clicks.on("#give");
            clicks.atMost(FOUR);
            goOn(page);
            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/reopen-reporting-period'][href*='2026-Q1']");
            reason(page, clicks);
            give(page, clicks);
            clicks.atMost(FOUR);
            goOn(page);
            assertThat(page.locator("main table")).containsText("đã mở lại");
            assertThat(answer("administrator", "/api/units/" + unit + "/periods")
                            .at("/periods")
                            .findValuesAsString("state"))
                    .contains("OPEN", "REOPENED");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String state(String unit, int line) {
        return answer("administrator", "/api/units/" + unit + "/periods")
                .at("/periods/" + line + "/state")
                .asString();
    }

    @Test
    @Tag("long")
    @DailyJob(17)
    void anOfficerSetsATargetAndPlansACampaign() {
        try (Visit visit = Visit.of(PRODUCT, "officer")) {
            Page page = visit.page();
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("a[href='/units/" + COMMUNE + "/targets']");
            clicks.on("main a[href^='/do/set-target'][href*='unit=bau-bang-07']");
            clicks.on("input[name='indicator'][value='H04']");
            page.fill("[name='goal.value']", "120");
            page.fill("[name='instrument.number']", "31/KH-UBND");
            page.fill("[name='instrument.signedOn']", "01/10/2026");
            give(page, clicks);
            clicks.atMost(FOUR);
            goOn(page);
            assertThat(page.locator("main table")).containsText("ít nhất 120 hộ");
            JsonNode target =
                    answer("officer", "/api/units/" + COMMUNE + "/targets").at("/below/0/targets/0");
            assertThat(target.at("/indicator").asString()).isEqualTo("H04");
            assertThat(target.at("/goal/value").asInt()).isEqualTo(120);

            clicks = Clicks.fromHome(page);
            clicks.on("a[href='/units/" + COMMUNE + "/campaigns']");
            clicks.on("main a[href^='/do/plan-campaign']");
            page.fill("[name='name']", "Ra quân cuối năm");
            page.fill("[name='firstDay']", "05/12/2026");
            page.fill("[name='lastDay']", "20/12/2026");
            clicks.on("input[name='goals.0.indicator'][value='H04']");
            page.fill("[name='goals.0.goal.value']", "60");
            give(page, clicks);
            clicks.atMost(FOUR);
            goOn(page);
            assertThat(page.locator("main h1")).hasText("Ra quân cuối năm");
            assertThat(answer("officer", "/api/units/" + COMMUNE + "/campaigns").findValuesAsString("name"))
                    .contains("Ra quân cuối năm");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(19)
    void aGoodModelIsDescribedRecommendedAndTakenUp() {
        PreparedRecords prepared = PreparedRecords.of(PRODUCT, TEAM);
        String other = PRODUCT.give("administrator", "/api/teams/" + prepared.follower() + "/practices", """
                {"title":"Đến nhà người già sáng Chủ nhật","text":"Hai thành viên đến nhà, người nhà tự làm."}""")
                .at("/created/0")
                .asString();
        try (Visit officer = Visit.of(PRODUCT, "officer");
                Visit leader = Visit.of(PRODUCT, "leader")) {
            Page page = officer.page();
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("a[href='/practices']");
            clicks.on("main a[href^='/do/describe-practice']");
            clicks.on("input[name='team'][value='" + TEAM + "']");
            page.fill("[name='title']", "Bàn hướng dẫn ở chợ");
            page.fill("[name='text']", "Sáng thứ Bảy có bàn ở cổng chợ; người dân tự bấm máy.");
            give(page, clicks);
            clicks.atMost(FOUR);
            goOn(page);
            String practice = page.url().replaceAll(".*/practices/|\\?.*", "");
            assertThat(answer("officer", "/api/practices/" + practice)
                            .at("/team")
                            .asString())
                    .isEqualTo(TEAM);

            clicks = Clicks.fromHome(page);
            clicks.on("a[href='/practices']");
            clicks.on("main a[href='/practices/" + practice + "']");
            clicks.on("main a[href^='/do/recommend-practice']");
            page.fill("#f-reasonText", "Nhiều người tự làm được");
            give(page, clicks);
            clicks.atMost(FOUR);
            assertThat(answer("officer", "/api/practices/" + practice)
                            .at("/recommendations/0/unit")
                            .asString())
                    .isEqualTo(COMMUNE);

            page = leader.page();
            clicks = Clicks.fromHome(page);
            clicks.on("a[href='/practices']");
            clicks.on("main a[href='/practices/" + other + "']");
            clicks.on("main a[href^='/do/take-up-practice']");
            give(page, clicks);
            clicks.atMost(FOUR);
            assertThat(answer("leader", "/api/practices/" + other)
                            .at("/followers/0/team")
                            .asString())
                    .isEqualTo(TEAM);
            assertThat(officer.complaints()).isEmpty();
            assertThat(leader.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(20)
    void aSampleIsDrawnAndItsAnswersAreEnteredOnOnePage() {
        try (Visit visit = Visit.of(PRODUCT, "officer")) {
            Page page = visit.page();
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("a[href='/units/" + COMMUNE + "/call-back-samples']");
            clicks.on("main a[href^='/do/draw-call-back-sample']");
            page.locator("#f-quarter").selectOption("2026-Q4");
            give(page, clicks);
            clicks.atMost(3);
            goOn(page);
            String sample = page.url().replaceAll(".*/call-back-samples/|\\?.*", "");
            assertThat(answer("officer", "/api/call-back-samples/" + sample)
                            .at("/overall/open")
                            .asInt())
                    .isGreaterThanOrEqualTo(10);

            page.locator("main a[href^='/calls']").click();
            List<JsonNode> shown = StreamSupport.stream(
                            answer("officer", "/api/call-back-samples/" + sample)
                                    .get("records")
                                    .spliterator(),
                            false)
                    .filter(record ->
                            page.locator(result(record.get("assistance").asString(), "CONFIRMED"))
                                            .count()
                                    > 0)
                    .toList();
            // Who reads is a person, so who calls is known.
            List<String> records = shown.stream()
                    .map(record -> record.get("assistance").asString())
                    .limit(10)
                    .toList();
            clicks = Clicks.here(page);
            for (String record : records.subList(1, 10)) {
                clicks.on(result(record, "CONFIRMED"));
            }
            clicks.on(result(records.getFirst(), "NOT_REACHED"));
            clicks.atMost(10);
            page.locator("main form button.primary:visible").click();
            assertThat(page).hasURL(Pattern.compile("/call-back-samples/" + sample));
            JsonNode overall =
                    answer("officer", "/api/call-back-samples/" + sample).get("overall");
            assertThat(overall.get("confirmed").asInt()).isEqualTo(9);
            assertThat(overall.get("notReached").asInt()).isEqualTo(1);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String result(String record, String result) {
        return "input[name='result." + record + "'][value='" + result + "']";
    }

    @Test
    @Tag("long")
    @DailyJob(21)
    void theStatementOfAMonthGoesToThePaymentList() {
        PreparedRecords.of(PRODUCT, TEAM);
        try (Visit officer = Visit.of(PRODUCT, "officer");
                Visit other = Visit.of(PRODUCT, "administrator")) {
            Page page = officer.page();
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("a[href='/units/" + COMMUNE + "/stipends']");
            clicks.on("main a[href^='/do/compute-stipend-statement'][href*='period=']");
            String period = page.url().replaceAll(".*period=([0-9-]+).*", "$1");
            clicks.on("#give");
            clicks.on("#receipt a.primary");
            clicks.atMost(FOUR);
            String statement = "/stipends/" + COMMUNE + ":" + period;
            assertThat(page.locator("main")).containsText("chờ duyệt");

            other.open(statement);
            page = other.page();
            clicks = Clicks.here(page);
            clicks.on("main a[href^='/do/approve-stipend-statement']");
            clicks.on("#give");
            clicks.atMost(FOUR);
            goOn(page);
            assertThat(answer("officer", "/api" + statement).at("/state").asString())
                    .isEqualTo("APPROVED");
            assertThat(page.locator("main table").first()).containsText("500.000");
            assertThat(officer.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    /** A phone whose clock was wrong may have been tried before, with a closed quarter. */
    private static void isNotClosed(String quarter) {
        JsonNode period =
                answer("leader", "/api/teams/" + TEAM + "/reports/" + quarter).get("period");
        if (period.get("state").asString().equals("CLOSED")) {
            JsonNode reopened = PRODUCT.give(
                    "administrator",
                    "/api/units/" + period.get("authority").asString() + "/periods/" + quarter + "/reopening",
                    "{\"reason\":\"MISSING_ENTRY\",\"until\":\"%s\"}"
                            .formatted(
                                    LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(3)));
            PRODUCT.json("officer", "/api/me?atLeast=" + reopened.get("commit").asString());
        }
    }

    @Test
    @DailyJob(15)
    void oneReportIsReturnedFiveAreAcceptedAndTheCommunesIsSentUp() {
        isNotClosed("2026-Q3");
        try (Visit visit = Visit.of(PRODUCT, "officer")) {
            Page page = visit.page();
            Clicks clicks = Clicks.fromHome(page);
            clicks.on("main a[href='/units/" + COMMUNE + "/reports?quarter=2026-Q3']");
            clicks.on("main a[href^='/accept-reports']");
            assertThat(page.locator("#f-teams tbody tr")).hasCount(6);
            clicks.on("main a[href^='/do/return-quarterly-report?']");
            reason(page, clicks);
            give(page, clicks);
            clicks.on("#receipt a.primary");
            assertThat(page.locator("#f-teams tbody tr")).hasCount(5);
            clicks.on("main input[name='all']");
            clicks.on("main form button.primary:visible");
            assertThat(page.locator("#sample section")).hasCount(3);
            clicks.on("#sample button.primary");
            assertThat(page.locator("main")).containsText("trả lại");
            clicks.on("main a[href='/units/" + COMMUNE + "/reports/2026-Q3']");
            clicks.on("main a[href^='/do/submit-unit-report']");
            clicks.on("#give");
            assertThat(page.locator("#receipt")).isVisible();
            clicks.atMost(12);

            JsonNode reports = answer("officer", "/api/units/" + COMMUNE + "/reports?quarter=2026-Q3");
            assertThat(reports.at("/totals/accepted").asInt()).isEqualTo(5);
            assertThat(reports.at("/totals/returned").asInt())
                    .as("and that of the leader")
                    .isEqualTo(2);
            JsonNode unit = answer("officer", "/api/units/" + COMMUNE + "/reports/2026-Q3");
            assertThat(unit.get("state").asString()).isEqualTo("WAITING");
            assertThat(unit.get("parts").size()).isEqualTo(5);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
