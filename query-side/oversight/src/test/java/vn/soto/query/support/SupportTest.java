package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;

final class SupportTest {

    private static final UnitId UNIT = new UnitId("hamlet");
    private static final TeamId RIVER = new TeamId("river");
    private static final MemberId LAN = new MemberId("lan");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 6);

    private final ReadModelScenario requests = ReadModelScenario.of(new SupportProjector());

    private static SupportRequestId id(int number) {
        return new SupportRequestId("r-" + number);
    }

    private static SupportRequestReceived received(int number) {
        return new SupportRequestReceived(
                id(number),
                UNIT,
                null,
                RequestSource.HOTLINE,
                List.of(ServiceCategory.VNEID),
                DAY,
                DAY.plusDays(5),
                null,
                null,
                null);
    }

    private static SupportRequestTaken taken(int number) {
        return new SupportRequestTaken(id(number), UNIT, RIVER, LAN, DAY);
    }

    private static Query<List<String>> in(String queue) {
        return (documents, asOf) -> new Queues(documents)
                .in(List.of(queue), asOf).stream().map(QueueRow.Entry::request).toList();
    }

    private static final Query<List<String>> OPEN = in(SupportProjector.open("hamlet"));
    private static final Query<List<String>> WAITING = in(SupportProjector.waiting("hamlet"));
    private static final Query<List<String>> TAKEN = in(SupportProjector.ofTeam("river"));

    @Test
    void whoeverTakesARequestMovesItFromTheUnitsQueueToTheTeams() {
        requests.given(received(1)).given(received(2)).given(taken(1));
        requests.when(OPEN).expect(List.of("r-2", "r-1"));
        requests.when(WAITING).expect(List.of("r-2"));
        requests.when(TAKEN).expect(List.of("r-1"));
        requests.whenAsOf(2, TAKEN).expect(List.of());
    }

    @Test
    void aReleasedRequestWaitsInItsOldPlace() {
        requests.given(received(1))
                .given(received(2))
                .given(taken(1))
                .given(new SupportRequestReleased(id(1), UNIT, RIVER, LAN, DAY.plusDays(1)));
        requests.when(WAITING).expect(List.of("r-2", "r-1"));
        requests.when(TAKEN).expect(List.of());
    }

    @Test
    void queuesOverManyPagesAreKnownAsOfEachCommit() {
        IntStream.range(0, 100).forEach(number -> requests.given(received(number), taken(number)));
        for (int commit : List.of(1, 31, 32, 33, 63, 64, 65, 100)) {
            requests.whenAsOf(commit, OPEN)
                    .expect(IntStream.range(0, commit)
                            .mapToObj(number -> "r-" + number)
                            .toList()
                            .reversed());
            requests.whenAsOf(commit, WAITING).expect(List.of());
        }
    }

    @Test
    void tellsWhatATeamEverTookNewestFirst() {
        IntStream.range(0, 100).forEach(number -> requests.given(received(number), taken(number)));
        requests.when((documents, asOf) -> new Queues(documents)
                        .takings("river", 199, 70, asOf).stream()
                                .map(QueueRow::position)
                                .toList())
                .expect(LongStream.range(29, 99)
                        .map(number -> 2 * number + 1)
                        .boxed()
                        .toList()
                        .reversed());
    }
}
