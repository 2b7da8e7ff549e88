package vn.soto.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The entries of a team's history that are marked as late, with the reasons. */
final class LateEntriesIT {

    private static final Quarter QUARTER = new Quarter(2026, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 2);
    private static final Instant AT = Instant.parse("2026-05-02T03:00:00Z");
    private static final MemberId LAN = new MemberId("lan");

    private final Sample sample = new Sample(1, 0);
    private final TeamId team = sample.teams.getFirst();
    private final UnitId unit = sample.residential.getFirst();
    private final Beneficiary household = Beneficiary.of(new HouseholdId("h"), unit);

    private static AssistanceContent content() {
        return PlainEvents.content("vneid-account", Channel.ZALO, Mode.DEMONSTRATED, AT);
    }

    private AssistanceRecorded recorded(String id) {
        return PlainEvents.help(id, team, household, content(), LAN);
    }

    private AssistanceCorrected corrected(String id) {
        return PlainEvents.corrected(id, team, household, content());
    }

    private AssistanceFlaggedLate flagged(String id) {
        return new AssistanceFlaggedLate(new AssistanceId(id), team, household, DAY, 30);
    }

    private Commit write(DomainEvent... events) {
        return sample.scribe.write(events);
    }

    private QuarterlyReportSubmitted report(boolean late) {
        return new QuarterlyReportSubmitted(
                team, QUARTER, QuarterCalendar.CALENDAR, 1, 3, List.of(), 1, "ab".repeat(32), late, null);
    }

    /** Why each event of a commit is late. */
    private List<Object> late(Map<Long, Object> entries, Commit commit) {
        return Stream.iterate(commit.first(), position -> position + 1)
                .limit(commit.events().size())
                .map(position -> Objects.requireNonNull(entries.get(position)))
                .toList();
    }

    private Map<Long, Object> entries() {
        long tail = sample.scribe.ledger.tail().number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe).upTo(tail)) {
            Map<Long, Object> late = new HashMap<>();
            Map<String, Object> page = new Json(side.http()).answer("/api/teams/" + team + "/timeline?limit=200");
            ((List<?>) Objects.requireNonNull(page.get("entries")))
                    .stream()
                            .map(Json::map)
                            .forEach(entry -> late.put(
                                    ((Number) Objects.requireNonNull(entry.get("position"))).longValue(),
                                    Objects.requireNonNull(entry.get("late"))));
            return late;
        }
    }

    @Test
    void helpIsLateWhereItIsFlaggedWithItsStatement() {
        Commit inTime = write(recorded("a-1"));
        Commit afterwards = write(recorded("a-2"), flagged("a-2"));
        Commit verified = write(new AssistanceVerified(
                new AssistanceId("a-2"), team, household, LAN, Verification.CONFIRMED, AT.plusSeconds(60)));
        Commit both = write(recorded("a-3"), recorded("a-4"), flagged("a-4"));
        Commit moved = write(corrected("a-1"), flagged("a-1"));
        Map<Long, Object> entries = entries();

        List<String> late = List.of("AFTER_THE_DAYS_ALLOWED");
        assertThat(late(entries, inTime)).containsExactly(List.of());
        assertThat(late(entries, afterwards)).containsExactly(late, late);
        assertThat(late(entries, verified)).containsExactly(List.of());
        assertThat(late(entries, both)).containsExactly(List.of(), late, late);
        assertThat(late(entries, moved)).containsExactly(late, late);
    }

    @Test
    void whatIsRecordedForAPeriodWhileItIsClosedIsLate() {
        Commit before = write(recorded("a-1"));
        Commit closing = write(new PeriodClosed(
                Sample.PROVINCE,
                QUARTER,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 6, 30),
                LocalDate.of(2026, 7, 2),
                LateCounting.NEXT_PERIOD,
                before.number(),
                sample.scribe.ledger.tail().chain().toString()));
        Commit closed = write(recorded("a-2"));
        Commit flaggedToo = write(recorded("a-3"), flagged("a-3"));
        write(new PeriodReopened(Sample.PROVINCE, QUARTER, flaggedToo.number(), LocalDate.of(2026, 12, 31)));
        Commit reopened = write(recorded("a-4"));
        Map<Long, Object> entries = entries();

        assertThat(closing.number()).isGreaterThan(before.number());
        assertThat(late(entries, before)).containsExactly(List.of());
        assertThat(late(entries, closed)).containsExactly(List.of("PERIOD_CLOSED"));
        assertThat(late(entries, flaggedToo))
                .containsExactly(List.of("AFTER_THE_DAYS_ALLOWED", "PERIOD_CLOSED"), List.of("AFTER_THE_DAYS_ALLOWED"));
        assertThat(late(entries, reopened)).containsExactly(List.of());
    }

    @Test
    void aReportIsLateAfterItsLastDay() {
        Commit inTime = write(report(false));
        Commit afterwards = write(report(true));
        Map<Long, Object> entries = entries();
        assertThat(late(entries, inTime)).containsExactly(List.of());
        assertThat(late(entries, afterwards)).containsExactly(List.of("AFTER_THE_REPORT_WAS_DUE"));
    }
}
