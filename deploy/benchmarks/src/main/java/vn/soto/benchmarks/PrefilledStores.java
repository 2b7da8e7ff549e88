package vn.soto.benchmarks;

/** Stores that already hold as many events as streams and processors shall read. */
final class PrefilledStores {

    private static final int CALLERS = 64;

    private PrefilledStores() {}

    /** Records of help, one commit of {@value AssistanceStreams#EVENTS} events each. */
    static void fill(Store store, BenchmarkRun session) throws Exception {
        new AssistanceStreams(store.engine(), session.village, session.clock)
                .prepare(session.sizes.events() / AssistanceStreams.EVENTS, CALLERS);
    }

    static AxonJdbc axon(BenchmarkRun session, Database database, int connections) throws Exception {
        AxonJdbc.prepare(database, session.codec);
        AxonJdbc store = new AxonJdbc(database, session.codec, session.clock, connections, 500);
        fill(store, session);
        database.execute("VACUUM ANALYZE");
        return store;
    }
}
