package vn.soto.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.AccessCommand.GrantRole;

/** Row 13: commands of an officer whose right is looked up in the ledger, beside few and many accounts with grants. */
final class GrantsBenchmark implements Benchmark {

    private static final AccountId OFFICER = new AccountId("officer-of-the-ward");
    private static final UnitId WARD = new UnitId("bench-ward");
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
    private static final int AT_ONCE = 64;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 13: rights of the ledger");
        session.report.columns("callers", "", "commands/s", "p50 ms", "p99 ms", "CPU us each");
        try (SqliteStore none = store(session, "grants-none");
                SqliteStore one = store(session, "grants-one");
                SqliteStore many = store(session, "grants-many")) {
            grant(session, one, 0);
            grant(session, many, session.sizes.grants() - 1);
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
        session.village.founding().forEach(store::handle);
        return store;
    }

    /** Grants the officer the ward, and to others a role on it, each a commit. */
    private static void grant(BenchmarkRun session, SqliteStore store, int others) throws Exception {
        new FirstAdministrator(
                        store.ledger().reader(), store.ledger().appender(), session.codec, session.ids, session.clock)
                .record(new AccountId("administrator"));
        grant(session, store, OFFICER, Role.OFFICER);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> granting = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                AccountId viewer = new AccountId("viewer-" + i);
                granting.add(threads.submit(() -> grant(session, store, viewer, Role.VIEWER)));
            }
            for (Future<?> each : granting) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("not granted", e.getCause());
        }
    }

    private static void grant(BenchmarkRun session, SqliteStore store, AccountId account, Role role) {
        UUID id = session.ids.get();
        store.handle(new Submission(
                new CommandRequest(id, "administrator"),
                new GrantRole(account, new GrantId(id.toString()), role, Area.of(WARD), FROM, null, null, "measured")));
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
