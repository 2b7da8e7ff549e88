package vn.soto.query.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Marks of the as-of slider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MomentsIT {

    private final Sample sample = new Sample(3, 400);
    private final Commit renamed =
            sample.scribe.write(new UnitRenamed(new UnitId("c0"), "Phường Sông", Sample.DECISION, Sample.DAY));

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(renamed.number());

    private final Json json = new Json(side.http("VIEWER"));

    private List<Map<String, Object>> marks(String parameters) {
        return ((List<?>) Objects.requireNonNull(
                        json.answer("/api/moments?" + parameters).get("moments")))
                .stream().map(Json::map).toList();
    }

    private static List<Map<String, Object>> of(String kind, List<Map<String, Object>> marks) {
        return marks.stream().filter(mark -> kind.equals(mark.get("kind"))).toList();
    }

    @Test
    void endsOfQuartersAreTheLastCommitsByThen() {
        List<Map<String, Object>> ends = of("QUARTER_END", marks("from=2026-01-01&to=2026-12-31"));
        assertThat(ends)
                .extracting(mark -> mark.get("day"))
                .containsExactly("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31");
        assertThat(ends.get(2)).containsEntry("text", "Hết quý III/2026");
        for (Map<String, Object> end : ends) {
            LocalDate day = LocalDate.parse(Objects.toString(end.get("day")));
            long expected = sample.scribe.ledger.commits(1, (int) renamed.number()).stream()
                    .filter(commit -> !VietnamTime.day(commit.at()).isAfter(day))
                    .count();
            assertThat(end).as(day.toString()).containsEntry("commit", (int) expected);
        }
    }

    @Test
    void aUnitHasItsChangesAndDueDaysBesides() {
        String span = "from=2026-06-01&to=2026-12-31&unit=c0";
        List<Map<String, Object>> marks = marks(span);
        assertThat(of("UNIT_CHANGE", marks).getLast())
                .containsEntry("commit", (int) renamed.number())
                .containsEntry("at", renamed.at().toString())
                .containsEntry("text", "Đổi tên đơn vị thành “Phường Sông” theo văn bản 12/QĐ-UBND từ 10/01/2026");
        assertThat(of("REPORTS_DUE", marks))
                .isNotEmpty()
                .allMatch(mark -> LocalDate.parse(Objects.toString(mark.get("day")))
                        .isAfter(QuarterCalendar.CALENDAR.lastDay(new Quarter(2026, 1))));
        assertThat(marks).extracting(mark -> Objects.toString(mark.get("day"))).isSorted();
        assertThat(of("UNIT_CHANGE", marks(span + "&asOf=" + (renamed.number() - 1))))
                .noneMatch(mark -> Objects.equals(mark.get("commit"), (int) renamed.number()));
        assertThat(of("UNIT_CHANGE", marks("from=2026-06-01&to=2026-12-31"))).isEmpty();
    }

    /** The policy of today is for quarters that end from today on, even if it says that it held before. */
    @Test
    void aLaterPolicyMovesNoDueDayOfAQuarterThatHadEnded() {
        Sample one = new Sample(1, 0);
        long before = one.scribe
                .write(new UnitRenamed(new UnitId("c0"), "Phường Sông", Sample.DECISION, Sample.DAY))
                .number();
        long after = one.scribe
                .write(new PolicyAdopted(
                        1,
                        InitialTerms.of(3, 220, 40),
                        new Instrument("8/QĐ", LocalDate.of(2026, 7, 1)),
                        Sample.DAY,
                        null))
                .number();
        try (QuerySideFixture adopted = QuerySideFixture.inMemory(one.scribe).upTo(after)) {
            Json asked = new Json(adopted.http("VIEWER"));
            String due = "/api/moments?from=2026-01-01&to=2026-12-31&unit=c0&asOf=";
            assertThat(dueDays(asked.answer(due + before)))
                    .containsExactly("2026-01-05", "2026-04-06", "2026-07-06", "2026-10-05");
            assertThat(dueDays(asked.answer(due + after)))
                    .containsExactly("2026-01-05", "2026-04-06", "2026-07-06", "2026-11-09");
        }
    }

    private static List<Object> dueDays(Map<String, Object> answer) {
        return ((List<?>) Objects.requireNonNull(answer.get("moments")))
                .stream()
                        .map(Json::map)
                        .filter(mark -> "REPORTS_DUE".equals(mark.get("kind")))
                        .<Object>map(mark -> Objects.toString(mark.get("day")))
                        .toList();
    }

    @Test
    void withoutDaysItIsTheWholeLedger() {
        Map<String, Object> answer = json.answer("/api/moments");
        Instant first = sample.scribe.ledger.commit(1).orElseThrow().at();
        assertThat(answer).containsEntry("from", VietnamTime.day(first).toString());
        assertThat(json.status("/api/moments?from=2026-02-01&to=2026-01-01")).isEqualTo(400);
        assertThat(json.status("/api/moments?from=1999-02-01&to=2026-01-01")).isEqualTo(400);
        assertThat(json.status("/api/moments?unit=zzz")).isEqualTo(404);
    }
}
