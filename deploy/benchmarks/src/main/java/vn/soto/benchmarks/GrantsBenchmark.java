package vn.soto.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.unit.UnitId;

/** Row 13: commands of an officer whose right is looked up in the ledger, beside few and many accounts with grants. */
final class GrantsBenchmark implements Benchmark {

    private static final AccountId OFFICER = new AccountId("officer-of-the-ward");
    private static final UnitId WARD = new UnitId("bench-ward");
    private static final int AT_ONCE = 64;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 13: rights of the ledger");
        session.report.columns("callers", "", "commands/s", "p50 ms", "p99 ms", "CPU us each");
        try (SqliteStore none = store(session, "grants-none");
                SqliteStore one = store(session, "grants-one");
                SqliteStore many = store(session, "grants-many")) {
            grant(one, 0);
            grant(many, session.sizes.grants() - 1);
            List<Contestant> contestants = List.of(
                    contestant(session, none, "roles of sign-in"),
                    contestant(session, one, "1 grant"),
                    contestant(session, many, session.sizes.grants() + " grants"));
            for (Contestant each : contestants) {
                each.run(AT_ONCE, Budget.of(session.sizes.warmUp()));
            }
            for (int callers : session.sizes.callers()) {
                show(session, callers, contestants);
            }
        }
    }

    private static SqliteStore store(BenchmarkRun session, String name) throws Exception {
        SqliteStore store = new SqliteStore(session.folder(name), session.codec, session.clock, session.ids);
        session.village.found(store);
        return store;
    }

    /** Grants the officer the ward, and to others a role on it, each a commit. */
    private static void grant(SqliteStore store, int others) throws Exception {
        store.grant(OFFICER, WARD);
        AtomicInteger next = new AtomicInteger();
        new ClosedLoop(
                        "grant",
                        store.cpu(),
                        () -> store.grant(new AccountId("viewer-" + next.getAndIncrement()), Role.VIEWER, WARD))
                .run(AT_ONCE, new Budget(others, Duration.ofHours(1)));
    }

    /** Each command is one of a person, whose right is decided with it. */
    private static Contestant contestant(BenchmarkRun session, SqliteStore store, String name) {
        return new ClosedLoop(name, store.cpu(), () -> {
            Submission help = session.village.help();
            UUID id = help.request().id();
            store.handle(new Submission(
                    new CommandRequest(id, OFFICER.value(), Set.of(Role.OFFICER), id.toString()), help.command()));
        });
    }

    private static void show(BenchmarkRun session, int callers, List<Contestant> contestants) throws Exception {
        Interleaved taken =
                Interleaved.run(contestants, session.sizes.rounds(), callers, Budget.of(session.sizes.slice()));
        for (Contestant each : contestants) {
            String name = each.name();
            session.report.row(
                    String.valueOf(callers),
                    name,
                    taken.of(name, Slice::perSecond).text(0),
                    taken.of(name, slice -> slice.millis(50)).text(2),
                    taken.of(name, slice -> slice.millis(99)).text(2),
                    taken.of(name, Slice::cpuMicrosEach).text(0));
        }
    }
}
