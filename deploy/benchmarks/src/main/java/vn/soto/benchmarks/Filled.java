package vn.soto.benchmarks;

/** Stores that already hold as many events as streams and processors shall read. */
final class Filled {

    private static final int CALLERS = 64;

    private Filled() {}

    /** Records of help, one commit of {@value Streams#EVENTS} events each. */
    static void fill(Store store, Session session) throws Exception {
        new Streams(store.engine(), session.village, session.clock)
                .prepare(session.sizes.events() / Streams.EVENTS, CALLERS);
    }

    static AxonJdbc axon(Session session, Database database, int connections) throws Exception {
        AxonJdbc.prepare(database, session.codec);
        AxonJdbc store = new AxonJdbc(database, session.codec, session.clock, connections, 500);
        fill(store, session);
        database.execute("VACUUM ANALYZE");
        return store;
    }
}
