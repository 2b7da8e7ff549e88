package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The commands that start something, given from the list they stand on and looked up by the API. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class CreationStoriesIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String TEAM =
            PRODUCT.json("leader", "/api/me", "/answer/rights/0/team").asString();
    private static final String UNIT = "bau-bang-07";

    @SuppressWarnings("TimeInStaticInitializer") // a story is of one day
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M");

    private static Locator receipt(Page page) {
        page.locator("form button.primary:visible").last().click();
        Locator next = page.locator("#receipt, #impact, #warnings, #errors").first();
        assertThat(next).isVisible();
        assertThat(page.locator("#errors")).hasCount(0);
        if (page.locator("#receipt").count() == 0) {
            page.locator("button[value=give]:visible").last().click();
        }
        assertThat(page.locator("#receipt")).isVisible();
        return page.locator("#receipt");
    }

    @Test
    @Tag("long")
    @DailyJob(11)
    void anOfficerFoundsATeamWithItsPeopleOnOnePage() {
        try (Visit visit = Visit.of("officer")) {
            Page page = visit.page();
            Clicks clerk = Clicks.fromHome(page);
            clerk.on("a[href^='/teams?unit=']");
            clerk.on("main a[href^='/found-team']");
            clerk.atMost(2);
            Locator hamlet = page.locator("#o-coverage .option").first();
            hamlet.locator("input").check();
            String place = hamlet.locator("strong").textContent();
            assertThat(page.locator("[name='name']"))
                    .hasValue("Tổ công nghệ số cộng đồng "
                            + place.substring(0, 1).toLowerCase(Locale.ROOT)
                            + place.substring(1));
            page.fill("[name='name']", "Tổ công nghệ số cộng đồng thứ hai");
            page.fill("[name='foundingDecision.number']", "21/QĐ-UBND");
            page.fill(
                    "[name='foundingDecision.signedOn']",
                    TODAY.minusDays(120).format(DateTimeFormatter.ofPattern("d-M-uuuu")));
            List<String> people = List.of("Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Thị Mai");
            IntStream.range(0, 3).forEach(i -> page.fill("[name='members." + i + ".name']", people.get(i)));
            page.fill("[name='members.1.phone']", "12");
            page.locator("form.founding button.primary").last().click();
            assertThat(page.locator("#errors")).isFocused();
            assertThat(page.locator("[name='members.2.name']")).hasValue("Lê Thị Mai");
            page.fill("[name='members.1.phone']", "0912 345 678");

            receipt(page).locator("a.primary").click();
            String team = page.url().replaceAll(".*/teams/|\\?.*", "");
            JsonNode founded = PRODUCT.json("officer", "/api/teams/" + team).get("answer");
            assertThat(founded.get("effectiveFrom").asString())
                    .isEqualTo(TODAY.minusDays(120).toString());
            assertThat(founded.get("members").size()).isEqualTo(3);
            assertThat(founded.get("members")
                            .valueStream()
                            .map(member -> PRODUCT.json(
                                            "officer",
                                            "/api/members/"
                                                    + member.get("member").asString())
                                    .toString()))
                    .as("each has a name")
                    .allMatch(member -> people.stream().anyMatch(member::contains));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void aLeaderAddsAHouseholdByHand() {
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            Clicks clerk = Clicks.fromHome(page);
            clerk.on("a[href^='/units/'][href$='/households']");
            clerk.on("main a[href^='/do/register-household']");
            clerk.atMost(2);
            page.fill("[name=reference]", "BB07-9001");
            page.fill("[name=headName]", "Phạm Thị Hoa");

            receipt(page).locator("a.primary").click();
            String household = page.url().replaceAll(".*/households/|\\?.*", "");
            JsonNode added = PRODUCT.json("leader", "/api/households/" + household);
            assertThat(added.toString()).contains("BB07-9001").contains("Phạm Thị Hoa");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(12)
    void aClerkWritesThreeHouseholdsOneBelowTheOther() {
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            Clicks clerk = Clicks.fromHome(page);
            clerk.on("a[href^='/units/'][href$='/households']");
            clerk.on("main a[href^='/rows/households']");
            IntStream.range(0, 3).forEach(row -> page.fill("[name='row." + row + ".reference']", "BB07-911" + row));
            clerk.on("form.rows button.primary");
            clerk.on("button[value=record]");
            clerk.atMost(4);

            assertThat(page.locator("#receipt")).containsText("Đã thêm 3 hộ");
            assertThat(PRODUCT.json("leader", "/api/households?q=BB07-911").toString())
                    .contains("BB07-9110", "BB07-9111", "BB07-9112");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    static void paste(Page page, String cell, Stream<List<String>> rows) {
        String copied = rows.map(row -> row.stream().collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>")))
                .collect(Collectors.joining("", "<table>", "</table>"));
        page.locator("[name='" + cell + "']")
                .evaluate(
                        "(cell, html) => { const data = new DataTransfer(); data.setData('text/html', html);"
                                + " cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
                        copied);
    }

    @Test
    @Tag("long")
    @DailyJob(12)
    void aPageOfFiftyVisitsIsPastedAndTheFaultyRowMended() {
        List<String> references = PRODUCT.json("leader", "/api/units/" + UNIT + "/households?limit=50", "/answer/items")
                .valueStream()
                .map(household -> household.get("reference").asString())
                .filter(reference -> reference.startsWith("BB07-0"))
                .limit(49)
                .toList();
        String day = TODAY.minusDays(1).format(WRITTEN);
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            Clicks clerk = Clicks.fromHome(page);
            clerk.on("nav.places a[href^='/teams/']");
            clerk.on("main a[href^='/rows/visits']");
            page.fill("#f-date", day);
            paste(
                    page,
                    "row.0.household",
                    Stream.concat(references.stream(), Stream.of("BB07-XYZ"))
                            .map(reference -> List.of(reference, "an toàn thông tin", "người dân", "xong")));
            assertThat(page.locator("table.rows tbody tr")).hasCount(50);
            clerk.on("form.rows button.primary");
            assertThat(page.locator("tr.fate-wrong")).hasCount(1);
            assertThat(page.locator("tr.fate-wrong")).containsText("BB07-XYZ");
            clerk.on("button[value=record]");
            clerk.atMost(5);
            assertThat(page.locator("#receipt")).containsText("Đã ghi 49 lượt");
            assertThat(page.locator("[name='row.0.household']")).hasValue("BB07-XYZ");

            page.fill("[name='row.0.household']", references.getFirst());
            page.click("form.rows button.primary");
            assertThat(page.locator("td.fate").first()).containsText("đã ghi trước đó");
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(PRODUCT.json("leader", "/api/plans?limit=1", "/answer/0/done")
                        .asInt())
                .isEqualTo(49);
    }

    @Test
    @Tag("long")
    @DailyJob(7)
    void aLeaderGivesHouseholdsWithoutAnybodyToAMember() {
        List<String> added = IntStream.range(0, 3)
                .mapToObj(i -> PRODUCT.give(
                                "leader",
                                "/api/households",
                                "{\"unit\":\"" + UNIT + "\",\"reference\":\"BB07-91" + i + "\"}")
                        .at("/created/0")
                        .asString())
                .toList();
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            Clicks leader = Clicks.fromHome(page);
            leader.on("main .tasks a[href*='unassigned=true']");
            leader.on("main a[href^='/assign-households']");
            leader.on("button[value=first]");
            assertThat(page.locator("input[name=households]:checked").first()).isVisible();
            leader.on("#o-member .option input");
            leader.on("form p.actions button.primary");
            leader.atMost(6);
            assertThat(page.locator("#receipt")).containsText("Đã phân công");
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(added)
                .allMatch(household -> PRODUCT.json("leader", "/api/households/" + household, "/answer")
                        .has("member"));
    }

    @Test
    @Tag("long")
    @DailyJob(7)
    void aMemberWhoLeavesHandsOverAllTheirHouseholds() {
        JsonNode members = PRODUCT.json("leader", "/api/teams/" + TEAM, "/answer/members");
        String from = members.at("/2/member").asString();
        String to = members.at("/0/member").asString();
        JsonNode one =
                PRODUCT.json("leader", "/api/members/" + from + "/households?limit=1", "/answer/items/0/household");
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            Clicks leader = Clicks.fromHome(page);
            leader.on("nav.places a[href^='/teams/']");
            leader.on("main th a[href='/members/" + from + "']");
            leader.on("main a[href='/members/" + from + "/households']");
            leader.on("main a[href^='/assign-households?from=']");
            leader.on("#o-member input[value='" + to + "']");
            leader.on("form p.actions button.primary");
            leader.atMost(6);
            assertThat(page.locator("#receipt")).isVisible();
            page.locator("#receipt a[href^='/plans/']").click();
            assertThat(visit.complaints()).isEmpty();
        }
        PRODUCT.awaits(() -> PRODUCT.json("leader", "/api/members/" + from + "/households?limit=1", "/answer/items")
                .isEmpty());
        assertThat(PRODUCT.json("leader", "/api/households/" + one.asString(), "/answer/member")
                        .asString())
                .isEqualTo(to);
    }

    @Test
    @Tag("long")
    @DailyJob(8)
    void aLeaderRecordsTheOutreachOfYesterday() {
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            Clicks leader = Clicks.fromHome(page);
            leader.on("main a[href^='/do/record-outreach']");
            assertThat(page.locator("[name=unit]:checked")).hasValue(UNIT);
            leader.on("input[name=topics]");
            leader.pick("#f-channel", "RESIDENTS_MEETING");
            page.fill("[name='holding.heldOn']", TODAY.minusDays(1).format(WRITTEN));
            page.fill("[name='holding.attendance']", "40");
            leader.pick("[name='holding.basis']", "SIGNED_LIST");
            leader.on("#command .actions button");
            leader.atMost(5);

            assertThat(page.locator("#receipt")).isVisible();
            page.locator("#receipt a.primary").click();
            String session = page.url().replaceAll(".*/outreach/|\\?.*", "");
            JsonNode held = PRODUCT.json("leader", "/api/outreach/" + session).get("answer");
            assertThat(held.toString())
                    .contains("\"attendance\":40")
                    .contains(TODAY.minusDays(1).toString());

            leader = Clicks.fromHome(page);
            leader.on("nav.places a[href^='/teams/']");
            leader.on("main a[href^='/do/record-community-group']");
            page.fill("[name=households]", "163");
            leader.on("#command .actions button");
            leader.atMost(5);
            assertThat(page.locator("#receipt")).isVisible();
            assertThat(PRODUCT.json("leader", "/api/teams/" + TEAM + "/outreach")
                            .findValuesAsString("households"))
                    .contains("163");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(16)
    void anOfficerRecordsATrainingThatWasHeldLastWeek() {
        try (Visit visit = Visit.of("officer")) {
            Page page = visit.page();
            Clicks officer = Clicks.fromHome(page);
            officer.on("main a[href^='/held-training']");
            page.fill("[name='attendance.on']", TODAY.minusDays(7).format(WRITTEN));
            page.fill("[name='attendance.hours']", "4");
            officer.on("input[name=topics]");
            // The commune has one team, and a second one once that story has founded it.
            int teams = Math.min(2, page.locator("#o-teams .option input").count());
            assertThat(teams).isPositive();
            for (int team = 0; team < teams; team++) {
                officer.on(page.locator("#o-teams .option input").nth(team));
                assertThat(page.locator("[id^='o-who.']")).hasCount(team + 1);
            }
            // Who was absent is taken out; all others of the teams were there.
            int present = page.locator("[id^='o-who.'] input:checked").count();
            page.locator("[id^='o-who.'] input:checked").first().uncheck();
            officer.on("form.held p.actions button.primary");
            officer.atMost(5);

            page.locator("#receipt a.primary").click();
            String training = page.url().replaceAll(".*/trainings/|\\?.*", "");
            JsonNode held =
                    PRODUCT.json("officer", "/api/trainings/" + training).get("answer");
            assertThat(held.toString()).contains(TODAY.minusDays(7).toString());
            assertThat(held.findValues("member")).hasSize(present - 1);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
