package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows 1 and 2: commands, closed loop, at several numbers of callers, by both routes. */
record AppendBenchmark(Work work) implements Benchmark {

    private static final int AXON_BATCH = 100;
    private static final int WARM_UP_CALLERS = 64;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        for (Route route : Route.values()) {
            session.report.heading(work.title + ", " + route.title);
            session.report.columns("callers", "", "commands/s", "p50 ms", "p99 ms", "CPU us each", "ours is faster by");
            measure(session, route);
        }
    }

    private void measure(BenchmarkRun session, Route route) throws Exception {
        Optional<Database> database = session.database();
        try (SqliteStore ours = new SqliteStore(session.folder("ours"), session.codec, session.clock, session.ids);
                RawSqlite raw = new RawSqlite(session.folder("raw"), session.ids);
                AxonPool axon = database.isEmpty() ? null : AxonPool.open(database.get(), session);
                Emmett emmett = session.emmett().orElse(null)) {
            Users users = settle(ours, session, route);
            Field field = new Field(users, axon == null ? null : axon.settle(work, route), emmett, raw);
            if (emmett != null && work == Work.APPEND) {
                emmett.open(16);
                emmett.prepare(session.sizes.streams(), 16);
            }
            for (int callers : session.sizes.callers()) {
                measure(session, route, field, callers);
            }
            sizes(session, ours, axon, emmett);
        }
    }

    private Users settle(SqliteStore ours, BenchmarkRun session, Route route) throws Exception {
        return Users.settle(ours, work, route, session.village, session.clock, session.sizes.streams());
    }

    /** The contestants of one table. */
    private record Field(
            Users ours, @Nullable AxonPool axon, @Nullable Emmett emmett, RawSqlite raw) {}

    private void measure(BenchmarkRun session, Route route, Field field, int callers) throws Exception {
        Sizes sizes = session.sizes;
        Budget budget = work == Work.CREATE
                ? Budget.of(sizes.slice())
                : new Budget(
                        callers == 1 ? sizes.appends() / 4 : sizes.appends(),
                        sizes.slice().multipliedBy(3));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(field.ours.contestant());
        if (field.axon != null) {
            contestants.add(field.axon.best(callers));
        }
        if (field.emmett != null) {
            contestants.add(best(session, field.emmett, work, route, callers));
        }
        if (work == Work.CREATE && route == Route.ENGINE) {
            byte[] body = session.codec
                    .encode(session.village.recorded(session.village.assistance()))
                    .bytes();
            contestants.add(new ClosedLoop(RawSqlite.NAME, CpuMeter.thisProcess(), () -> field.raw.append(body)));
        }
        warmUp(contestants, callers, sizes, budget);
        Interleaved taken = Interleaved.run(contestants, sizes.rounds(), callers, budget);
        show(session, route, callers, contestants, taken);
    }

    /** Warms up before the first table only; a warm-up that appends would lengthen the streams. */
    private void warmUp(List<Contestant> contestants, int callers, Sizes sizes, Budget budget) throws Exception {
        boolean first = callers == sizes.callers().getFirst();
        for (Contestant each : contestants) {
            if (first && work == Work.CREATE) {
                each.run(WARM_UP_CALLERS, Budget.of(sizes.warmUp()));
            }
            each.run(callers, budget);
        }
    }

    private void show(BenchmarkRun session, Route route, int callers, List<Contestant> contestants, Interleaved taken) {
        for (Contestant each : contestants) {
            String name = each.name();
            session.report.row(
                    String.valueOf(callers),
                    name,
                    taken.of(name, Slice::perSecond).text(0),
                    taken.of(name, slice -> slice.millis(50)).text(2),
                    taken.of(name, slice -> slice.millis(99)).text(2),
                    taken.of(name, Slice::cpuMicrosEach).text(0),
                    name.equals(SqliteStore.NAME)
                            ? ""
                            : taken.ratio(SqliteStore.NAME, name).text(2));
        }
        if (work == Work.CREATE && route == Route.COMMAND) {
            session.found(
                    "create at " + callers,
                    taken.of(SqliteStore.NAME, Slice::perSecond).median());
        }
        bars(session, route, callers, taken);
    }

    private void bars(BenchmarkRun session, Route route, int callers, Interleaved taken) {
        String what = work.title.substring(0, 5) + ", " + callers + " callers, " + route.key() + ": ours to ";
        if (callers != 1 && callers != 64) {
            return;
        }
        if (taken.slices().containsKey(AxonJdbc.NAME)) {
            double ratio = taken.ratio(SqliteStore.NAME, AxonJdbc.NAME).median();
            session.report.bar(what + AxonJdbc.NAME, ratio, callers == 1 ? 2 : 4, true, "x");
        }
        if (taken.slices().containsKey(Emmett.NAME)) {
            double ratio = taken.ratio(SqliteStore.NAME, Emmett.NAME).median();
            session.report.bar(what + Emmett.NAME, ratio, callers == 1 ? 2 : 15, true, "x");
        }
    }

    static Contestant best(BenchmarkRun session, Emmett emmett, Work work, Route route, int callers) throws Exception {
        Contestant contestant = emmett.contestant(route.key(), work.key());
        int best = SettingSearch.best(session.sizes.pools(), callers, connections -> {
            emmett.open(connections);
            return contestant.run(callers, Budget.of(session.sizes.trial())).perSecond();
        });
        emmett.open(best);
        session.report.note(Emmett.NAME + " at its best with " + best + " connections for " + callers + " callers");
        return contestant;
    }

    private void sizes(BenchmarkRun session, SqliteStore ours, @Nullable AxonPool axon, @Nullable Emmett emmett)
            throws Exception {
        if (work == Work.CREATE) {
            session.report.line("");
            session.report.line("Bytes on disk for each event: ours "
                    + Spread.number(ours.bytesPerEvent(), 0)
                    + (axon == null ? "" : ", " + AxonJdbc.NAME + " " + Spread.number(axon.bytesPerEvent(), 0))
                    + (emmett == null ? "" : ", " + Emmett.NAME + " " + Spread.number(emmett.bytesPerEvent(), 0))
                    + ".");
        }
    }

    static int axonBatch() {
        return AXON_BATCH;
    }
}
