package vn.soto.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CommandSide;

/**
 * Row 16: row 1's command of a person with a grant, while the households' history grows. There are few households with
 * much of it, and many with little, beside the peers. It also measures the first record of each household after a
 * start.
 */
final class HistoryBenchmark implements Benchmark {

    private static final int CALLERS = 64;
    private static final int TEAMS = 16;
    private static final int FEW_OF_A_TEAM = 32;
    private static final int MANY_OF_A_TEAM = 1_000;
    private static final String FEW = "512 households";
    private static final String MANY = "16,000 households";
    private static final int PART = 20;
    private static final List<Integer> STAGES = List.of(1, 4, 7);

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 16: a record of help beside those before it, " + CALLERS + " callers");
        session.report.columns("commits", "", "commands/s", "p99 ms", "CPU us each", "CPU of ours to 512, to 16,000");
        Optional<Database> database = session.database();
        BenchmarkWorkload hamlets = new BenchmarkWorkload(session.ids, session.clock, TEAMS, FEW_OF_A_TEAM);
        BenchmarkWorkload towns = new BenchmarkWorkload(session.ids, session.clock, TEAMS, MANY_OF_A_TEAM);
        try (SqliteStore few = store(session, "history-few");
                SqliteStore many = store(session, "history-many");
                AxonPool axon = database.isEmpty() ? null : AxonPool.open(database.get(), session);
                Emmett emmett = session.emmett().orElse(null)) {
            hamlets.foundWithRights(few);
            towns.foundWithRights(many);
            Contestant ours = new ClosedLoop(FEW, few.cpu(), () -> few.handle(hamlets.help()));
            Contestant others = new ClosedLoop(MANY, many.cpu(), () -> many.handle(towns.help()));
            List<Contestant> all = new ArrayList<>(List.of(ours, others));
            all.addAll(peers(session, hamlets, axon, emmett));
            for (Contestant each : all) {
                each.run(CALLERS, Budget.of(session.sizes.warmUp()));
            }
            for (int stage : STAGES) {
                long commits = (long) session.sizes.events() / PART * stage;
                lengthen(ours, few, commits);
                lengthen(others, many, commits);
                show(session, few, all);
            }
            showFirst(session, few, hamlets, TEAMS * FEW_OF_A_TEAM);
            showFirst(session, many, towns, TEAMS * MANY_OF_A_TEAM);
        }
    }

    private static SqliteStore store(BenchmarkRun session, String name) throws Exception {
        return new SqliteStore(session.folder(name), session.codec, session.clock, session.ids);
    }

    private static List<Contestant> peers(
            BenchmarkRun session, BenchmarkWorkload hamlets, @Nullable AxonPool axon, @Nullable Emmett emmett)
            throws Exception {
        List<Contestant> peers = new ArrayList<>();
        if (axon != null) {
            peers.add(axon.settle(Work.CREATE, Route.COMMAND, hamlets).best(CALLERS));
        }
        if (emmett != null) {
            peers.add(AppendBenchmark.best(session, emmett, Work.CREATE, Route.COMMAND, CALLERS));
        }
        return peers;
    }

    private static void lengthen(Contestant ours, SqliteStore store, long commits) throws Exception {
        long missing = commits - store.ledger().reader().tail().number();
        if (missing > 0) {
            ours.run(CALLERS, new Budget(missing, Duration.ofHours(1)));
        }
    }

    private static void show(BenchmarkRun session, SqliteStore few, List<Contestant> all) throws Exception {
        Interleaved taken = Interleaved.run(all, session.sizes.rounds(), CALLERS, Budget.of(session.sizes.slice()));
        String commits = Spread.number((double) few.ledger().reader().tail().number(), 0);
        for (Contestant each : all) {
            String name = each.name();
            boolean peer = !name.equals(FEW) && !name.equals(MANY);
            session.report.row(
                    commits,
                    name,
                    taken.of(name, Slice::perSecond).text(0),
                    taken.of(name, slice -> slice.millis(99)).text(2),
                    taken.of(name, Slice::cpuMicrosEach).text(0),
                    peer
                            ? taken.cheaper(FEW, name).text(2) + ", "
                                    + taken.cheaper(MANY, name).text(2)
                            : "");
        }
    }

    /** The first record of each household after a start, once what was recorded is read ahead. */
    private static void showFirst(BenchmarkRun session, SqliteStore store, BenchmarkWorkload workload, int households)
            throws Exception {
        try (CommandSide started = store.startedAgain()) {
            started.teams().catchUp();
            ClosedLoop first =
                    new ClosedLoop("first of each of %,d after a start".formatted(households), store.cpu(), () -> {
                        Submission help = workload.help();
                        started.gateway().submit(help.request(), help.command());
                    });
            String commits =
                    Spread.number((double) store.ledger().reader().tail().number(), 0);
            Slice taken = first.run(CALLERS, new Budget(households, Duration.ofHours(1)));
            session.report.row(
                    commits,
                    first.name(),
                    Spread.number(taken.perSecond(), 0),
                    Spread.number(taken.millis(99), 2),
                    Spread.number(taken.cpuMicrosEach(), 0),
                    "");
        }
    }
}
