package vn.soto.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/**
 * The number of reports of a large area that differ from the ledger, whatever the number of its teams. It is a district
 * here, and with {@code -Dsoto.long} the 4,800 teams in 168 communes of the largest city.
 */
@Tag("threads")
final class DifferingReportsTest {

    private static final int TEAMS = Boolean.getBoolean("soto.long") ? 4_800 : 150;
    private static final int COMMUNES = Boolean.getBoolean("soto.long") ? 168 : 5;
    private static final Quarter QUARTER = new Quarter(2026, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));

    private final EventLog ledger = new EventLog();
    private final List<Commit> founded = new ArrayList<>();

    private void unit(String id, UnitKind kind, @Nullable String code, @Nullable String parent) {
        ledger.write(new UnitEstablished(
                new UnitId(id), kind, "Tên " + id, code, parent == null ? null : new UnitId(parent), DECISION, DAY));
    }

    private static TeamId team(int number) {
        return new TeamId("t-" + number);
    }

    private void form(int number) {
        unit("u-" + number, UnitKind.HAMLET, null, "c-" + number % COMMUNES);
        MemberId leader = new MemberId("m-" + number);
        founded.add(
                ledger.write(PlainEvents.team(team(number), "Tổ " + number, new UnitId("u-" + number), DAY, leader)));
    }

    private void submit(int number) {
        Indicators indicators = new Indicators(team(number), QUARTER, QuarterCalendar.CALENDAR);
        founded.get(number).stored().forEach(stored -> indicators.on(stored.position(), ledger.decode(stored)));
        List<Figure> figures = indicators.figures();
        ledger.write(PlainEvents.report(team(number), QUARTER, 1, figures, ledger.ledger.tail()));
    }

    private void help(int number) {
        ledger.write(PlainEvents.help(
                "a-" + number,
                team(number),
                Beneficiary.of(new HouseholdId("h-" + number), new UnitId("u-" + number)),
                PlainEvents.content(
                        "vneid-level-2", Channel.ZALO, Mode.DEMONSTRATED, Instant.parse("2026-05-02T03:00:00Z"))));
    }

    @Test
    void everyReportOfALargeAreaIsCompared() {
        unit("p", UnitKind.PROVINCE, "79", null);
        IntStream.range(0, COMMUNES)
                .forEach(number -> unit("c-" + number, UnitKind.COMMUNE, String.valueOf(25_001 + number), "p"));
        IntStream.range(0, TEAMS).forEach(this::form);
        IntStream.range(0, TEAMS).forEach(this::submit);
        List.of(3, 70, TEAMS - 1).forEach(this::help);

        try (QuerySideFixture side = QuerySideFixture.inMemory(ledger)) {
            Json json = new Json(side.upTo(ledger.ledger.tail().number()).http());
            Map<String, Object> answer = json.answer("/api/units/p/reports?quarter=2026-Q2&limit=200");
            assertThat(Json.map(answer.get("totals")))
                    .containsEntry("reports", TEAMS)
                    .containsEntry("differing", 3);
            assertThat((List<?>) Objects.requireNonNull(answer.get("reports")))
                    .hasSize(TEAMS)
                    .allSatisfy(line -> assertThat(Json.map(line)).containsKey("differing"))
                    .filteredOn(line -> !Objects.equals(Json.map(line).get("differing"), 0))
                    .extracting(line -> Json.map(line).get("team"))
                    .containsExactlyInAnyOrder("t-3", "t-70", "t-" + (TEAMS - 1));
        }
    }
}
