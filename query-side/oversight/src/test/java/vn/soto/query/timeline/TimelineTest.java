package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.event.Place;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;

final class TimelineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final Instrument DECISION = new Instrument("1/QĐ", LocalDate.of(2026, 1, 5));
    private static final TeamId RIVER = new TeamId("river");
    private static final TeamId HILL = new TeamId("hill");

    private final ReadModelScenario timelines = ReadModelScenario.of(new TimelineProjector());

    private static TeamRenamed renamed(TeamId team) {
        return new TeamRenamed(team, "Tổ", DECISION, DAY);
    }

    private static Query<List<Long>> page(TeamId team, long from, int limit) {
        return (documents, asOf) -> new Timelines(documents)
                .page(team.value(), from, limit, asOf).stream()
                        .map(Place::position)
                        .toList();
    }

    private static List<Long> even(long from, long to) {
        return LongStream.range(from, to)
                .filter(number -> number % 2 == 0)
                .boxed()
                .toList();
    }

    @Test
    void namesTheEventsOfATeamInTheOrderOfTheLedger() {
        IntStream.range(0, 300).forEach(number -> timelines.given(renamed(RIVER), renamed(HILL)));
        timelines.when(page(RIVER, 0, 1000)).expect(even(0, 600));
        timelines.when(page(RIVER, 251, 4)).expect(even(252, 260));
        timelines.whenAsOf(128, page(RIVER, 0, 1000)).expect(even(0, 256));
        timelines.whenAsOf(129, page(RIVER, 250, 1000)).expect(even(250, 258));
        timelines.when(page(new TeamId("nobody"), 0, 9)).expect(List.of());
    }

    @Test
    void knowsOfWhichStreamSomethingWasCorrected() {
        timelines.given(renamed(RIVER)).correcting(0, renamed(RIVER));
        Query<Set<String>> corrected =
                (documents, asOf) -> new Timelines(documents).corrected(List.of("stream", "other"), asOf);
        timelines.when(corrected).expect(Set.of("stream"));
        timelines.whenAsOf(1, corrected).expect(Set.of());
    }
}
