package vn.soto.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** A commune becomes part of another one while a report of two years before is open in it. */
@Tag("threads")
final class ReorganisationsTest {

    private static final TeamId TEAM = new TeamId("t-1");
    private static final Quarter OLD = new Quarter(2024, 2);
    private static final LocalDate FOUNDED = LocalDate.of(2024, 1, 5);
    private static final LocalDate MERGED = LocalDate.of(2026, 6, 1);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2024, 1, 5));

    private final EventLog log = new EventLog();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(log);

    private final Json json = new Json(side.http("OFFICER"));

    ReorganisationsTest() {
        unit("p", UnitKind.PROVINCE, "79", null);
        unit("c-old", UnitKind.COMMUNE, "25001", "p");
        unit("c-new", UnitKind.COMMUNE, "25002", "p");
        unit("u-1", UnitKind.HAMLET, null, "c-old");
        MemberId leader = new MemberId("m-1");
        log.write(PlainEvents.team(TEAM, "Tổ ấp 1", new UnitId("u-1"), FOUNDED, leader));
    }

    private void unit(String id, UnitKind kind, @Nullable String code, @Nullable String parent) {
        log.write(new UnitEstablished(
                new UnitId(id),
                kind,
                "Tên " + id,
                code,
                parent == null ? null : new UnitId(parent),
                DECISION,
                FOUNDED));
    }

    private QuarterlyReportSubmitted submitted(int version, String recipient) {
        return new QuarterlyReportSubmitted(
                        TEAM,
                        OLD,
                        QuarterCalendar.CALENDAR,
                        version,
                        Indicators.VERSION,
                        List.of(),
                        log.ledger.tail().number(),
                        log.ledger.tail().chain().toString(),
                        false,
                        LocalDate.of(2024, 7, 5),
                        new ReportContent(
                                LocalDate.of(2024, 4, 1),
                                LocalDate.of(2024, 6, 30),
                                List.of(),
                                List.of(),
                                List.of(),
                                Narrative.NONE,
                                null),
                        new Recipient(new UnitId(recipient), null, List.of()),
                        null)
                .hashed();
    }

    private QuarterlyReportSubmitted submit(int version, String recipient) {
        QuarterlyReportSubmitted submitted = submitted(version, recipient);
        log.write("leader", version == 1 ? null : "nộp lại", null, submitted);
        return submitted;
    }

    private void merge() {
        log.write(
                new UnitReparented(new UnitId("u-1"), new UnitId("c-new"), null, DECISION, MERGED),
                new UnitMerged(new UnitId("c-old"), new UnitId("c-new"), DECISION, MERGED),
                new UnitTookOver(new UnitId("c-new"), new UnitId("c-old"), UnitChange.MERGED, DECISION, MERGED));
    }

    private void judged(ReportEvent event) {
        log.write("officer", "xem lại", null, event);
    }

    private static String hash(QuarterlyReportSubmitted version) {
        return Objects.requireNonNull(version.hash());
    }

    private List<String> open() {
        return listed("c-new", "reports");
    }

    private List<String> listed(String unit, String list) {
        side.upTo(log.ledger.tail().number());
        Map<String, Object> left = json.answer("/api/units/" + unit + "/reorganisation");
        return ((List<?>) Objects.requireNonNull(left.get(list)))
                .stream()
                        .map(Json::map)
                        .map(report -> report.get("quarter") + " " + report.get("team") + " " + report.get("state"))
                        .toList();
    }

    @Test
    void aReportOfAnOlderQuarterIsListedUntilItIsAccepted() {
        QuarterlyReportSubmitted first = submit(1, "c-old");
        merge();

        assertThat(open()).containsExactly("2024-Q2 t-1 WAITING");
        judged(new ReportReturned(TEAM, OLD, 1, hash(first)));
        assertThat(open()).containsExactly("2024-Q2 t-1 RETURNED");
        QuarterlyReportSubmitted second = submit(2, "c-old");
        assertThat(open()).containsExactly("2024-Q2 t-1 WAITING");
        judged(new ReportAccepted(TEAM, OLD, 2, hash(second)));
        assertThat(open()).isEmpty();
    }

    @Test
    void whatWaitsForADecisionOnBoundariesIsListedHoweverLongAgoItsCommuneEnded() {
        LocalDate divided = LocalDate.of(2024, 10, 1);
        UnitId old = new UnitId("c-old");
        UnitId other = new UnitId("c-other");
        unit(other.value(), UnitKind.COMMUNE, "25003", "p");
        log.write(
                new UnitSplit(old, List.of(new UnitId("c-new"), other), DECISION, divided),
                new UnitTookOver(new UnitId("c-new"), old, UnitChange.SPLIT, DECISION, divided),
                new UnitTookOver(other, old, UnitChange.SPLIT, DECISION, divided));

        assertThat(listed("p", "boundaries")).isNotEmpty().allMatch(report -> report.endsWith(" t-1 DRAFT"));
        log.write(new UnitReparented(new UnitId("u-1"), other, null, DECISION, divided));
        assertThat(listed("p", "boundaries")).isEmpty();
        assertThat(listed("c-old", "boundaries"))
                .as("asked about the one that ended itself")
                .isEmpty();
    }

    private List<Object> drafted(String unit, String list) {
        side.upTo(log.ledger.tail().number());
        Map<String, Object> draft = json.answer("/api/units/" + unit + "/reports/" + OLD);
        return ((List<?>) Objects.requireNonNull(draft.get(list)))
                .stream()
                        .map(Json::map)
                        .map(part -> Objects.requireNonNull(part.get("team")))
                        .toList();
    }

    @Test
    void whatTheEndedCommuneDidNotTakeInIsInTheDraftOfTheOneThatTakesItIn() {
        QuarterlyReportSubmitted first = submit(1, "c-old");
        assertThat(drafted("c-old", "lacking")).containsExactly("t-1");
        merge();
        assertThat(drafted("c-new", "lacking")).containsExactly("t-1");
        assertThat(drafted("c-old", "lacking")).isEmpty();

        judged(new ReportAccepted(TEAM, OLD, 1, hash(first)));
        assertThat(drafted("c-new", "parts")).containsExactly("t-1");
        assertThat(drafted("c-new", "lacking")).isEmpty();
        assertThat(drafted("c-old", "parts")).isEmpty();
    }

    @Test
    void oneThatIsSubmittedAgainToTheSuccessorWaitsThereAlone() {
        QuarterlyReportSubmitted first = submit(1, "c-old");
        judged(new ReportReturned(TEAM, OLD, 1, hash(first)));
        merge();
        assertThat(open()).hasSize(1);

        submit(2, "c-new");
        assertThat(open()).isEmpty();
    }
}
