package vn.soto.query.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;

/** Meters of each projection's lag behind the ledger, of its standstill and of its dead letters. */
@Component
final class ProjectionMeters {

    private static final String TAG = "projection";

    private final LedgerReader ledger;
    private final Lag lag;
    private final ProjectionWatch watch;

    ProjectionMeters(
            Projections projections, LedgerReader ledger, Lag lag, ProjectionWatch watch, MeterRegistry registry) {
        this.ledger = ledger;
        this.lag = lag;
        this.watch = watch;
        projections.all().forEach(projection -> register(projection, registry));
    }

    private void register(Projection projection, MeterRegistry registry) {
        Gauge.builder("soto.projection.lag.commits", projection, lag::commits)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.lag.seconds", projection, lag::seconds)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.replay.progress", projection, this::progress)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.stalled", projection, each -> watch.stalled(each) ? 1 : 0)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.dead.letters", projection, Projection::deadLetters)
                .tag(TAG, projection.name())
                .register(registry);
    }

    /**
     * The projected part of the ledger, during a replay that of the replay. It is 1 when every commit is projected, and
     * no number while the ledger cannot be read, such as for a client that hung up.
     */
    private double progress(Projection projection) {
        try {
            return progress(projection, ledger.tail().number());
        } catch (LedgerException e) {
            return Double.NaN;
        }
    }

    private static double progress(Projection projection, long tail) {
        long reached = projection.replayed().orElseGet(projection::folded).number();
        return tail == 0 ? 1 : Math.min(1.0, (double) reached / tail);
    }
}
