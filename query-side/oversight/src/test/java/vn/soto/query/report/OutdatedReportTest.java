package vn.soto.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** The effect of later records on a submitted report. */
@Tag("threads")
@Tag("slow")
final class OutdatedReportTest {

    private static final TeamId TEAM = new TeamId("t-1");
    private static final Quarter QUARTER = new Quarter(2026, 2);
    private static final String REPORT = "/api/teams/t-1/reports/2026-Q2";
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));

    private final EventLog scribe = new EventLog();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(scribe);

    private final Json json = new Json(side.http("OFFICER"));

    private static final LocalDate FOUNDED = LocalDate.of(2026, 1, 5);

    OutdatedReportTest() {
        List<FoundingMember> members = List.of(
                new FoundingMember(new MemberId("m-1"), MemberOrigin.TEACHER),
                new FoundingMember(new MemberId("m-2"), MemberOrigin.TEACHER));
        scribe.write(new TeamFormed(
                TEAM,
                "Tổ ấp 1",
                DECISION,
                List.of(new UnitId("u-1")),
                members,
                new MemberId("m-1"),
                LocalDate.of(2026, 2, 1)));
        help("a-1", "h-1");
        help("a-2", "h-2");
    }

    private static Beneficiary household(String id) {
        return Beneficiary.of(new HouseholdId(id), new UnitId("u-1"));
    }

    private Commit help(String id, String household) {
        return help(id, household, "vneid-level-2");
    }

    private Commit help(String id, String household, String service) {
        AssistanceContent content =
                PlainEvents.content(service, Channel.ZALO, Mode.DEMONSTRATED, Instant.parse("2026-05-02T03:00:00Z"));
        return scribe.write(PlainEvents.help(id, TEAM, household(household), content, new MemberId("m-1")));
    }

    private Commit cancel(String id, String household) {
        return scribe.write(
                "officer",
                "nhập nhầm hộ",
                null,
                new AssistanceVoided(new AssistanceId(id), TEAM, household(household)));
    }

    private Commit submit(int version, boolean late) {
        Indicators indicators = new Indicators(TEAM, QUARTER, QuarterCalendar.CALENDAR);
        scribe.ledger
                .events(0, Integer.MAX_VALUE)
                .forEach(stored -> indicators.on(stored.position(), scribe.decode(stored)));
        return scribe.write(
                "leader",
                version == 1 ? null : "bổ sung lượt ghi muộn",
                null,
                new QuarterlyReportSubmitted(
                        TEAM,
                        QUARTER,
                        QuarterCalendar.CALENDAR,
                        version,
                        Indicators.VERSION,
                        indicators.figures(),
                        scribe.ledger.tail().number(),
                        scribe.ledger.tail().chain().toString(),
                        late,
                        null));
    }

    private Map<String, Object> ask(String path) {
        side.upTo(scribe.ledger.tail().number());
        return json.answer(path);
    }

    private static List<Map<String, Object>> maps(Map<String, Object> from, String key) {
        return ((List<?>) Objects.requireNonNull(from.get(key)))
                .stream().map(Json::map).toList();
    }

    private static Map<String, Object> line(Map<String, Object> report, String code) {
        return maps(Json.map(report.get("present")), "lines").stream()
                .filter(line -> code.equals(line.get("code")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReportSaysWhetherItIsOutdated() {
        submit(1, false);
        assertThat(ask(REPORT)).containsEntry("outdated", false).doesNotContainKey("present");
        assertThat(line(ask(REPORT + "?present=true"), "H05"))
                .containsEntry("reported", 2)
                .containsEntry("present", 2)
                .containsEntry("events", 0);

        long before = scribe.ledger.tail().number();
        cancel("a-2", "h-2");
        assertThat(ask(REPORT)).containsEntry("outdated", true).containsEntry("matches", true);
        assertThat(ask(REPORT + "?asOf=" + before)).containsEntry("outdated", false);
    }

    @Test
    void eachLineShowsItsDifferenceAndTheEventsThatMadeIt() {
        submit(1, false);
        Commit more = help("a-3", "h-2");
        Commit cancelled = cancel("a-1", "h-1");
        Map<String, Object> report = ask(REPORT + "?present=true");

        Map<String, Object> records = line(report, "H05");
        assertThat(records)
                .containsEntry("reported", 2)
                .containsEntry("present", 2)
                .containsEntry("difference", 0)
                .containsEntry("events", 2);
        assertThat(maps(records, "changes"))
                .extracting(
                        change -> change.get("commit"), change -> change.get("before"), change -> change.get("after"))
                .containsExactly(tuple((int) more.number(), 2, 3), tuple((int) cancelled.number(), 3, 2));
        assertThat(maps(records, "changes").getLast())
                .containsEntry("name", "assistance.voided.v4")
                .containsEntry("who", "officer")
                .containsEntry("why", "nhập nhầm hộ");
        assertThat(line(report, "H04")).containsEntry("difference", -1).containsEntry("events", 1);
        assertThat(line(report, "T02")).containsEntry("difference", 0).containsEntry("events", 0);

        Map<String, Object> page = ask(REPORT + "/figures/H05/changes?version=1&limit=1");
        assertThat(page).containsEntry("difference", 0).containsEntry("next", 1);
        assertThat(maps(page, "changes")).hasSize(1);
        assertThat(maps(ask(REPORT + "/figures/H05/changes?from=1"), "changes").getFirst())
                .containsEntry("commit", (int) cancelled.number());
    }

    @Test
    void theChangesOfHouseholdsWithoutAResponsibleMemberAddUpToTheDifference() {
        UnitId unit = new UnitId("u-1");
        scribe.write(
                new UnitEstablished(new UnitId("p"), UnitKind.PROVINCE, "Bình Dương", "74", null, DECISION, FOUNDED),
                new UnitEstablished(
                        new UnitId("c"), UnitKind.COMMUNE, "Xã 1", null, new UnitId("p"), DECISION, FOUNDED),
                new UnitEstablished(unit, UnitKind.HAMLET, "Ấp 1", null, new UnitId("c"), DECISION, FOUNDED));
        submit(1, false);
        LocalDate may = LocalDate.of(2026, 5, 4);
        Commit one = scribe.write(new HouseholdRegistered(new HouseholdId("h-8"), unit, "HO-8", may));
        Commit two = scribe.write(new HouseholdRegistered(new HouseholdId("h-9"), unit, "HO-9", may));
        scribe.write(new HouseholdRegistered(new HouseholdId("h-7"), unit, "HO-7"));
        Commit given = scribe.write(new HouseholdAssigned(
                new HouseholdId("h-8"), unit, new Responsible(TEAM, new MemberId("m-1")), may.plusDays(9)));

        Map<String, Object> changes = ask(REPORT + "/figures/H03/changes");
        assertThat(changes)
                .as("entered today without a day changes no earlier quarter")
                .containsEntry("difference", 1);
        assertThat(maps(changes, "changes"))
                .extracting(
                        change -> change.get("commit"), change -> change.get("before"), change -> change.get("after"))
                .containsExactly(
                        tuple((int) one.number(), 0, 1),
                        tuple((int) two.number(), 1, 2),
                        tuple((int) given.number(), 2, 1));
        assertThat(line(ask(REPORT + "?present=true"), "H03"))
                .containsEntry("reported", 0)
                .containsEntry("present", 1)
                .containsEntry("difference", 1)
                .containsEntry("events", 3);
    }

    /** It has a line beside the present, whose link leads there. */
    @Test
    void aServiceOfWhichHelpWasRecordedLaterIsZeroInTheVersion() {
        submit(1, false);
        help("a-3", "h-2", "passport");
        Map<String, Object> report = ask(REPORT + "?present=true");

        assertThat(line(report, "C.passport")).containsEntry("reported", 0).containsEntry("present", 1);
        assertThat(ask(REPORT + "/figures/C.passport"))
                .containsEntry("value", 0)
                .containsEntry("counted", 0)
                .containsEntry("entries", List.of());
        assertThat(maps(ask(REPORT + "/figures/C.passport/changes"), "changes")).hasSize(1);
    }

    @Test
    void anEarlierVersionIsComparedWithThePresentToo() {
        submit(1, false);
        cancel("a-2", "h-2");
        submit(2, false);

        assertThat(ask(REPORT)).containsEntry("outdated", false).containsEntry("version", 2);
        assertThat(line(ask(REPORT + "?version=1&present=true"), "H05")).containsEntry("difference", -1);
    }

    @Test
    void aReportFromBeforeAcceptanceIsMarkedAsSuchAndNobodyIsMadeToHaveAcceptedIt() {
        submit(1, false);
        cancel("a-2", "h-2");

        assertThat(ask(REPORT))
                .containsEntry("state", "SUBMITTED_BEFORE_ACCEPTANCE")
                .containsEntry("status", "SUBMITTED")
                .containsEntry("matches", true)
                .doesNotContainKeys("content", "accepted", "waitingDays", "recipient");
        assertThat(maps(ask(REPORT), "versions").getFirst())
                .containsEntry("state", "SUBMITTED_BEFORE_ACCEPTANCE")
                .containsEntry("judgments", List.of());
        assertThat(figure("2026-Q2", "H05"))
                .containsEntry("value", 2)
                .containsEntry("reported", 2)
                .containsEntry("now", 1);
    }

    private Map<String, Object> figure(String quarter, String code) {
        return maps(ask("/api/teams/t-1/reports/" + quarter), "figures").stream()
                .filter(line -> code.equals(line.get("code")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatArrivesAfterAPeriodWasClosedCountsInTheNextOneAndIsOnTheListOfTheFirst() {
        scribe.write(new PeriodClosed(
                new UnitId("u-1"),
                QUARTER,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 6, 30),
                LocalDate.of(2026, 7, 2),
                LateCounting.NEXT_PERIOD,
                scribe.ledger.tail().number(),
                scribe.ledger.tail().chain().toString()));
        Commit more = help("a-3", "h-3");
        Commit cancelled = cancel("a-1", "h-1");

        assertThat(figure("2026-Q2", "H05")).containsEntry("value", 2).containsEntry("now", 2);
        assertThat(figure("2026-Q3", "H05")).containsEntry("value", 0).containsEntry("reported", 0);
        Commit again = help("a-4", "h-4");
        assertThat(figure("2026-Q3", "H05"))
                .containsEntry("value", 0)
                .containsEntry("carried", 1)
                .containsEntry("reported", 1);
        assertThat(ask("/api/teams/t-1/reports/2026-Q3/figures/H05"))
                .containsEntry("value", 1)
                .containsEntry("counted", 1)
                .containsEntry("amounts", List.of(1, -1, 1));
        assertThat(maps(ask(REPORT + "/late"), "entries"))
                .extracting(entry -> entry.get("commit"), entry -> entry.get("countsIn"))
                .containsExactly(
                        tuple((int) more.number(), "2026-Q3"),
                        tuple((int) cancelled.number(), "2026-Q3"),
                        tuple((int) again.number(), "2026-Q3"));
        assertThat(maps(ask("/api/teams/t-1/reports/2026-Q3/late"), "entries")).isEmpty();
    }

    @Test
    void aDraftIsNeverOutdated() {
        assertThat(ask(REPORT + "?present=true"))
                .containsEntry("status", "DRAFT")
                .containsEntry("outdated", false)
                .doesNotContainKey("present");
    }

    @Test
    void aReportSubmittedInTimeStaysInTimeWhenItIsSubmittedAgainLater() {
        submit(1, false);
        submit(2, true);
        Map<String, Object> report = ask(REPORT);
        assertThat(Json.map(report.get("submitted")))
                .containsEntry("version", 2)
                .containsEntry("late", false);
        assertThat(maps(report, "versions"))
                .extracting(version -> version.get("late"))
                .containsExactly(false, false);
    }

    @Test
    void theReasonOfASubmissionIsShown() {
        submit(1, false);
        submit(2, false);
        assertThat(maps(ask(REPORT), "versions"))
                .extracting(version -> version.get("why"))
                .containsExactly(null, "bổ sung lượt ghi muộn");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-Q4, 'Tổ \"t-1\" bắt đầu hoạt động từ ngày 01/02/2026, sau khi quý 2025-Q4 kết thúc.'",
        "2026-Q3, 'Tổ \"t-1\" đã giải thể, ngày hoạt động cuối cùng là 30/06/2026, trước quý 2026-Q3.'"
    })
    void aQuarterInWhichTheTeamDidNotExistIsRefused(String quarter, String words) {
        scribe.write(new TeamDissolved(TEAM, DECISION, LocalDate.of(2026, 6, 30), null));
        side.upTo(scribe.ledger.tail().number());
        String path = "/api/teams/t-1/reports/" + quarter;
        for (String asked : List.of(path, path + "/figures/H05", path + "/figures/H05/changes")) {
            var answer = json.ask(asked, "vi");
            assertThat(answer.getStatus().value()).isEqualTo(404);
            assertThat(answer.getResponseBody())
                    .containsEntry("type", "urn:soto:problem:absent-quarter")
                    .extractingByKey("detail")
                    .asString()
                    .startsWith(words);
        }
        assertThat(json.status(REPORT)).isEqualTo(200);
    }
}
