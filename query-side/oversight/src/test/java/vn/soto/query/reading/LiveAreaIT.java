package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.QuerySideFixture;

/** The addresses named in a stream are inside its reader's area. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveAreaIT {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final TwoCommunes world = new TwoCommunes();

    @AutoClose
    private final QuerySideFixture side = world.side();

    private final class Page implements AutoCloseable {

        private final BlockingQueue<Map<String, Object>> told = new LinkedBlockingQueue<>();
        private final Disposable open;

        /** Reads on until the stream tells where the ledger is now. */
        Page(String account) throws InterruptedException {
            open = side.signedIn(account)
                    .get()
                    .uri("/api/live")
                    .exchange()
                    .returnResult(EVENT)
                    .getResponseBody()
                    .mapNotNull(ServerSentEvent::data)
                    .subscribe(told::add);
            long now = world.log.ledger.tail().number();
            while (commit(next()) < now) {
                // The feed still comes up to the last commit of the world.
            }
        }

        private static long commit(Map<String, Object> message) {
            return ((Number) Objects.requireNonNull(message.get("commit"))).longValue();
        }

        private Map<String, Object> next() throws InterruptedException {
            return Objects.requireNonNull(told.poll(2, TimeUnit.MINUTES), "nothing is told");
        }

        List<String> touchedUpTo(Commit commit) throws InterruptedException {
            List<String> touched = new ArrayList<>();
            Map<String, Object> last;
            do {
                last = next();
                ((List<?>) Objects.requireNonNull(last.get("touched"))).forEach(key -> touched.add(key.toString()));
            } while (commit(last) < commit.number());
            return touched;
        }

        @Override
        public void close() {
            open.dispose();
        }
    }

    @Test
    void whereAHouseholdMovedIsToldOfItsTeamTogetherToWhoeverReachesBothAlone() throws InterruptedException {
        try (Page officer = new Page("officer");
                Page auditor = new Page("auditor")) {
            HouseholdId household = new HouseholdId("h-leaving");
            UnitId here = new UnitId("r-in");
            world.log.write(new HouseholdRegistered(household, here, "HO-leaving"));
            Commit moved = world.log.write(
                    new HouseholdRelocated(household, here, new UnitId("r-out"), null, TwoCommunes.DAY));
            side.signal();

            assertThat(officer.touchedUpTo(moved))
                    .contains("dashboards/r-in", "dashboards/p")
                    .noneMatch(key -> key.endsWith("-out"));
            assertThat(auditor.touchedUpTo(moved))
                    .contains("households/h-leaving", "dashboards/r-in", "dashboards/r-out");
        }
    }

    @Test
    void theFiguresOfTheUnitThatATeamLeftAreTouched() throws InterruptedException {
        try (Page auditor = new Page("auditor")) {
            TeamId team = new TeamId("t-out");
            UnitId now = new UnitId("c-out");
            Commit left = world.log.write(
                    new TeamCoverageChanged(team, List.of(now), TwoCommunes.DECISION, TwoCommunes.DAY.plusDays(1)));
            side.signal();
            assertThat(auditor.touchedUpTo(left)).contains("dashboards/c-out", "dashboards/r-out");

            Commit suspended = world.log.write(new MemberSuspended(team, new MemberId("member-out"), TwoCommunes.DAY));
            side.signal();

            assertThat(auditor.touchedUpTo(suspended)).contains("dashboards/c-out", "dashboards/r-out");
        }
    }

    @Test
    void theFiguresOfTheFormerParentOfAUnitAreTouched() throws InterruptedException {
        try (Page auditor = new Page("auditor")) {
            UnitId unit = new UnitId("r-between");
            LocalDate day = TwoCommunes.DAY;
            world.log.write(new UnitEstablished(
                    unit, UnitKind.NEIGHBOURHOOD, "Khu phố 9", null, new UnitId("c-out"), TwoCommunes.DECISION, day));
            Commit established =
                    world.log.write(new UnitRenamed(unit, "Khu phố 10", TwoCommunes.DECISION, day.plusDays(1)));
            side.signal();
            assertThat(auditor.touchedUpTo(established)).doesNotContain("dashboards/c-in");
            Commit moved = world.log.write(
                    new UnitReparented(unit, new UnitId("c-in"), null, TwoCommunes.DECISION, day.plusDays(20)));
            side.signal();

            assertThat(auditor.touchedUpTo(moved)).contains("dashboards/c-in", "dashboards/c-out");
        }
    }

    private static AssistanceVoided voided(String where) {
        return new AssistanceVoided(
                new AssistanceId("a-" + where),
                new TeamId("t-" + where),
                Beneficiary.of(new HouseholdId("h-" + where), new UnitId("r-" + where)),
                null,
                List.of());
    }

    @Test
    void eachReaderIsToldOfItsAreaAndOfNoOther() throws InterruptedException {
        side.upTo(world.log.ledger.tail().number());
        try (Page officer = new Page("officer");
                Page viewer = new Page("viewer");
                Page auditor = new Page("auditor");
                Page organisation = new Page("organisation-officer")) {
            world.log.write(voided("in"));
            Commit last = world.log.write(voided("out"));
            side.signal();

            assertThat(officer.touchedUpTo(last))
                    .contains("assistances/a-in", "households/h-in", "teams/t-in", "units/r-in")
                    .contains("dashboards/r-in/2026-Q3", "dashboards/c-in/2026-Q3", "dashboards/p/2026-Q3")
                    .filteredOn(key -> key.contains("-out") && !key.matches("(units|dashboards)/.*"))
                    .isEmpty();
            assertThat(viewer.touchedUpTo(last))
                    .contains("dashboards/r-in/2026-Q3")
                    .noneMatch(key -> key.matches("(assistances|households|teams)/.*"));
            assertThat(auditor.touchedUpTo(last))
                    .contains("assistances/a-in", "assistances/a-out", "dashboards/c-out/2026-Q3");
            assertThat(organisation.touchedUpTo(last))
                    .as("sums are open")
                    .contains("dashboards/c-out/2026-Q3")
                    .noneMatch(key -> key.matches("(assistances|households)/.*"));
        }
    }
}
