package vn.soto.query.http.live;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projections;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.query.http.Freshness.Moment;
import vn.soto.query.http.Moments;

/** The state of the read models, which every answer is made of. */
@Component
record ReadModelSource(
        Projections projections, LedgerEventSource events, LedgerReader ledger, Moments moments, TouchedKeys traces)
        implements LiveFeed.Source {

    /** Without a signal, such as of another process, the ledger is looked at after this time. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Override
    public Moment now() {
        return moments.of(projections.folded().number());
    }

    @Override
    public @Nullable List<Trace> between(long after, long upTo) {
        return traces.between(after, upTo);
    }

    /** Waits until the read models have all commits of the ledger, then for a signal of more. */
    @Override
    public void await(long commit) throws InterruptedException {
        long seen = events.signals();
        if (ledger.tail().number() > commit) {
            projections.await(commit + 1, LOOK);
        } else {
            events.awaitSignal(seen, LOOK);
        }
    }
}
