package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projections;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Await;

/** From when, until when, and where after a reorganisation the rights of an account count. */
@Tag("threads")
final class CurrentRightsIT {

    private static int status(QuerySideFixture side, String account, String address) {
        return new Json(side.signedIn(account, "ADMINISTRATOR")).status(address);
    }

    @Test
    void beforeTheFirstGrantTheRolesThatSignInAssertsCountEverywhere() {
        Sample sample = new Sample(3, 40);
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe)
                .upTo(sample.scribe.ledger.tail().number())) {
            assertThat(new Json(side.signedIn("a", "OFFICER")).status("/api/units/c0/households"))
                    .isEqualTo(200);
            assertThat(new Json(side.signedIn("a", "VIEWER")).status("/api/units/c0/households"))
                    .isEqualTo(403);
            assertThat(new Json(side.signedIn("a")).status("/api/units")).isEqualTo(403);
            assertThat(new Json(side.signedIn("a", "OFFICER")).answer("/api/me"))
                    .containsEntry("granted", false);
        }
    }

    @Test
    void fromTheFirstGrantOnWhatSignInAssertsGivesNothing() {
        TwoCommunes world = new TwoCommunes();
        try (QuerySideFixture side = world.side()) {
            assertThat(status(side, "somebody-new", "/api/units")).isEqualTo(403);
            assertThat(status(side, "operator", "/api/units")).isEqualTo(403);
            assertThat(status(side, "", "/api")).isEqualTo(403);
        }
    }

    @Test
    void aGrantThatEndsTodayCountsNoMoreTomorrowAndOneTakenBackCountsAtOnceNoMore() {
        TwoCommunes world = new TwoCommunes();
        try (QuerySideFixture side = world.side()) {
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(200);
            LocalDate today = world.today();
            world.end("officer", today);
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(200);
            world.end("officer", today.minusDays(1));
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(403);
        }
    }

    /** A ledger of which the read models get no further while it is held. */
    private static final class HeldLedger implements AutoCloseable {

        private final LedgerReader whole;
        private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
        private volatile CountDownLatch hold = new CountDownLatch(0);

        HeldLedger(LedgerReader whole) {
            this.whole = whole;
        }

        LedgerReader reader() {
            return (LedgerReader) Proxy.newProxyInstance(
                    LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, given) -> {
                        Object read = method.invoke(whole, given);
                        if (isIn(Thread.currentThread(), "vn.soto.projection.source.")) {
                            hold.await();
                        } else {
                            asking.add(Thread.currentThread());
                        }
                        return read;
                    });
        }

        private static boolean isIn(Thread thread, String method) {
            return Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName()).startsWith(method));
        }

        @Override
        public void close() {
            hold.countDown();
        }

        /** Whether a question waits for read models. */
        boolean isWaitedFor() {
            return asking.stream().anyMatch(thread -> isIn(thread, Projections.class.getName() + ".await"));
        }
    }

    @Test
    void aGrantThatEndsWhileAnAnswerWaitsCountsNoMore() {
        TwoCommunes world = new TwoCommunes();
        HeldLedger ledger = new HeldLedger(world.log.ledger);
        try (QuerySideFixture side = new QuerySideFixture(
                        ledger.reader(), world.log.codec, world.log.clock, Map.of(), ReadModelStore.inMemory());
                ledger) {
            side.upTo(world.log.ledger.tail().number());
            ledger.hold = new CountDownLatch(1);
            world.grant("somebody-new", Role.VIEWER, Area.of(new UnitId("c-in")));
            long next = world.log.ledger.tail().number();
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(200);

            CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(
                    () -> status(side, "officer", "/api/households/h-in?asOf=" + next), Thread::startVirtualThread);
            Await.until("a question that waits", ledger::isWaitedFor);
            world.end("officer", world.today().minusDays(1));
            ledger.close();

            assertThat(answered.join()).isEqualTo(403);
        }
    }

    @Test
    void aMemberWhoLeftSeesTheTeamsHouseholdsNoMore() {
        TwoCommunes world = new TwoCommunes();
        try (QuerySideFixture side = world.side()) {
            assertThat(status(side, "member", "/api/households/h-in")).isEqualTo(200);
            long left = world.log
                    .write(new MembershipEnded(
                            new TeamId("t-in"),
                            new MemberId("member-in"),
                            EndReason.RESIGNED,
                            world.today().minusDays(1)))
                    .number();
            side.upTo(left);
            assertThat(status(side, "member", "/api/households/h-in")).isEqualTo(403);
            assertThat(status(side, "leader", "/api/households/h-in")).isEqualTo(200);
        }
    }

    /**
     * Both communes become one. Each old grant reaches its former commune, and not the other half, until an officer of
     * the new one takes over.
     */
    @Test
    void anOfficerOfAMergedCommuneKeepsItsKhuPhoUntilTheNewOnesTakesOverAndNeverGetsTheOthers() {
        TwoCommunes world = new TwoCommunes();
        LocalDate day = LocalDate.of(2026, 3, 1);
        UnitId merged = new UnitId("c-new");
        world.log.write(new UnitEstablished(
                merged, UnitKind.WARD, "Phường mới", null, new UnitId("p"), TwoCommunes.DECISION, day));
        for (String side : List.of("in", "out")) {
            UnitId commune = new UnitId("c-" + side);
            world.log.write(
                    new UnitReparented(new UnitId("r-" + side), merged, null, TwoCommunes.DECISION, day),
                    new UnitMerged(commune, merged, TwoCommunes.DECISION, day),
                    new UnitTookOver(merged, commune, UnitChange.MERGED, TwoCommunes.DECISION, day));
        }
        try (QuerySideFixture side = world.side()) {
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(200);
            assertThat(status(side, "officer", "/api/units/r-in/households")).isEqualTo(200);
            assertThat(status(side, "officer", "/api/households/h-out")).isEqualTo(403);
            assertThat(status(side, "officer", "/api/units/r-out/households")).isEqualTo(403);
            assertThat(households(side, "officer")).isEqualTo(List.of("h-in"));

            world.grant("new-officer", Role.OFFICER, Area.of(merged));
            side.upTo(world.log.ledger.tail().number());
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(403);
            assertThat(status(side, "officer", "/api/units/r-in/households")).isEqualTo(403);
            assertThat(households(side, "new-officer")).isEqualTo(List.of("h-in", "h-out"));
            assertThat(status(side, "new-officer", "/api/households/h-out")).isEqualTo(200);
        }
    }

    private static List<Object> households(QuerySideFixture side, String account) {
        List<?> items = (List<?>) new Json(side.signedIn(account))
                .answer("/api/units/c-new/households")
                .getOrDefault("items", List.of());
        return items.stream()
                .map(each -> Json.map(each).getOrDefault("household", ""))
                .toList();
    }

    /** Two khu phố of one commune become one: it is made of nothing else, so the old grant reaches it. */
    @Test
    void aKhuPhoMadeOfKhuPhoOfTheAreaAloneIsReachedByTheGrantOnTheCommuneThatEnded() {
        TwoCommunes world = new TwoCommunes();
        LocalDate day = LocalDate.of(2026, 3, 1);
        UnitId commune = new UnitId("c-new");
        UnitId unit = new UnitId("r-new");
        world.log.write(
                new UnitEstablished(
                        commune, UnitKind.WARD, "Phường mới", null, new UnitId("p"), TwoCommunes.DECISION, day),
                new UnitEstablished(
                        unit, UnitKind.NEIGHBOURHOOD, "Khu phố mới", null, commune, TwoCommunes.DECISION, day));
        world.log.write(
                new UnitMerged(new UnitId("r-in"), unit, TwoCommunes.DECISION, day),
                new UnitTookOver(unit, new UnitId("r-in"), UnitChange.MERGED, TwoCommunes.DECISION, day));
        for (String side : List.of("in", "out")) {
            world.log.write(
                    new UnitMerged(new UnitId("c-" + side), commune, TwoCommunes.DECISION, day),
                    new UnitTookOver(commune, new UnitId("c-" + side), UnitChange.MERGED, TwoCommunes.DECISION, day));
        }
        try (QuerySideFixture side = world.side()) {
            assertThat(status(side, "officer", "/api/units/r-new/households")).isEqualTo(200);
            assertThat(status(side, "officer", "/api/households/h-in")).isEqualTo(200);
            assertThat(status(side, "officer", "/api/households/h-out")).isEqualTo(403);
        }
    }
}
