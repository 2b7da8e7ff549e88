package vn.soto.testkit.mongo;

import java.util.concurrent.atomic.LongAdder;

/** Counts over all connections of a proxy. */
final class Tally {

    final LongAdder requests = new LongAdder();
    final LongAdder replies = new LongAdder();
    final LongAdder resetRequests = new LongAdder();
    final LongAdder resetReplies = new LongAdder();
    final LongAdder delayed = new LongAdder();
    final LongAdder split = new LongAdder();

    FaultCount count() {
        return new FaultCount(
                requests.sum(), replies.sum(), resetRequests.sum(), resetReplies.sum(), delayed.sum(), split.sum());
    }
}
