package vn.soto.benchmarks;

import java.time.Clock;

/** Callers of a store that repeat one kind of work by one route. */
final class Users {

    private final Store store;
    private final Work work;
    private final Route route;
    private final BenchmarkWorkload village;
    private final AssistanceStreams streams;

    Users(Store store, Work work, Route route, BenchmarkWorkload village, AssistanceStreams streams) {
        this.store = store;
        this.work = work;
        this.route = route;
        this.village = village;
        this.streams = streams;
    }

    /** Prepares an empty store: units, teams, households, and the streams the work needs. */
    static Users settle(Store store, Work work, Route route, BenchmarkWorkload village, Clock clock, int streams)
            throws Exception {
        if (route == Route.COMMAND) {
            found(store, village);
        }
        AssistanceStreams own = new AssistanceStreams(store.engine(), village, clock);
        if (work == Work.APPEND) {
            own.prepare(streams, 16);
        }
        return new Users(store, work, route, village, own);
    }

    /** Rights are ours alone: a peer asks nobody who may do what. */
    private static void found(Store store, BenchmarkWorkload village) throws InterruptedException {
        if (store instanceof SqliteStore ours) {
            village.foundWithRights(ours);
        } else {
            village.found(store);
        }
    }

    /** The same over the same data, reached through another store object. */
    Users over(Store other) {
        return new Users(other, work, route, village, streams.through(other.engine()));
    }

    Contestant contestant() {
        return new ClosedLoop(store.name(), store.cpu(), operation());
    }

    private ClosedLoop.Operation operation() {
        return switch (route) {
            case ENGINE -> work == Work.CREATE ? streams::create : streams::append;
            case COMMAND ->
                work == Work.CREATE
                        ? () -> store.handle(village.help())
                        : () -> streams.lend(stream -> store.handle(village.correction(stream.assistance())));
        };
    }
}
