package vn.soto.benchmarks;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Axon's JDBC engine over one database, with pools of several sizes to choose from. */
final class AxonPool implements AutoCloseable {

    /** Connections while units, teams and households are made. */
    static final int SETTLING = 16;

    private final Database database;
    private final BenchmarkRun session;
    private AxonJdbc store;
    private @Nullable Users users;

    private AxonPool(Database database, BenchmarkRun session) {
        this.database = database;
        this.session = session;
        this.store = store(SETTLING);
    }

    static AxonPool open(Database database, BenchmarkRun session) {
        AxonJdbc.prepare(database, session.codec);
        return new AxonPool(database, session);
    }

    AxonPool settle(Work work, Route route) throws Exception {
        return settle(work, route, session.village);
    }

    AxonPool settle(Work work, Route route, BenchmarkWorkload village) throws Exception {
        users = Users.settle(store, work, route, village, session.clock, session.sizes.streams());
        return this;
    }

    /** The engine with the pool that is fastest for this many callers. */
    Contestant best(int callers) throws Exception {
        int best = SettingSearch.best(
                session.sizes.pools(),
                callers,
                connections -> with(connections)
                        .run(callers, Budget.of(session.sizes.trial()))
                        .perSecond());
        session.report.note(AxonJdbc.NAME + " at its best with " + best + " connections for " + callers + " callers");
        return with(best);
    }

    private Contestant with(int connections) {
        if (users == null) {
            throw new IllegalStateException("settle first");
        }
        store.close();
        store = store(connections);
        return users.over(store).contestant();
    }

    private AxonJdbc store(int connections) {
        return new AxonJdbc(database, session.codec, session.clock, connections, AppendBenchmark.axonBatch());
    }

    double bytesPerEvent() throws SQLException {
        return store.bytesPerEvent();
    }

    @Override
    public void close() {
        store.close();
    }
}
