package vn.soto.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows 1 and 2 on the emulator: they compare clients of one server, and say nothing about MongoDB. */
final class EmulatorBenchmark implements Benchmark {

    private static final List<Integer> CALLERS = List.of(1, 64);

    /** Time-out that only ends a hang. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final int STREAMS = 300;

    /** Few, because its ledgers stay small. */
    private static final int TEAMS = 16;

    private static final int HOUSEHOLDS = 32;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        BenchmarkWorkload village = new BenchmarkWorkload(session.ids, session.clock, TEAMS, HOUSEHOLDS);
        for (Work work : Work.values()) {
            for (Route route : Route.values()) {
                session.report.heading(work.title + ", " + route.title + ", **on the emulator, which is not MongoDB**");
                session.report.columns("callers", "", "commands/s", "p50 ms", "p99 ms", "ours is faster by");
                measure(session, village, work, route);
            }
        }
    }

    private static void measure(BenchmarkRun session, BenchmarkWorkload village, Work work, Route route)
            throws Exception {
        try (MongoStore ours = new MongoStore(session.codec, session.clock, session.ids);
                AxonMongo axon = new AxonMongo(session.codec, session.clock);
                RawMongo raw = new RawMongo()) {
            List<Contestant> contestants = new ArrayList<>();
            for (Store store : List.of(ours, axon)) {
                contestants.add(Users.settle(store, work, route, village, session.clock, STREAMS)
                        .contestant());
            }
            if (work == Work.CREATE && route == Route.ENGINE) {
                byte[] body = session.codec
                        .encode(village.recorded(village.assistance()))
                        .bytes();
                contestants.add(new ClosedLoop(RawMongo.NAME, CpuMeter.thisProcess(), () -> raw.append(body)));
            }
            for (int callers : CALLERS) {
                Budget budget = new Budget(session.sizes.emulated(), LIMIT);
                for (Contestant each : contestants) {
                    each.run(callers, budget);
                }
                show(session, callers, Interleaved.run(contestants, session.sizes.rounds(), callers, budget));
            }
        }
    }

    private static void show(BenchmarkRun session, int callers, Interleaved taken) {
        taken.slices()
                .keySet()
                .forEach(name -> session.report.row(
                        String.valueOf(callers),
                        name,
                        taken.of(name, Slice::perSecond).text(0),
                        taken.of(name, slice -> slice.millis(50)).text(2),
                        taken.of(name, slice -> slice.millis(99)).text(2),
                        name.equals(MongoStore.NAME)
                                ? ""
                                : taken.ratio(MongoStore.NAME, name).text(2)));
    }
}
