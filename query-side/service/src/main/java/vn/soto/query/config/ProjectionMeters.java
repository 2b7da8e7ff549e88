package vn.soto.query.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.projection.Projection;
import vn.soto.query.projection.Projections;

/** How far behind the ledger each projection is, and what it has set aside. */
@Component
final class ProjectionMeters {

    private static final String TAG = "projection";

    private final LedgerReader ledger;
    private final Clock clock;

    ProjectionMeters(Projections projections, LedgerReader ledger, Clock clock, MeterRegistry registry) {
        this.ledger = ledger;
        this.clock = clock;
        projections.all().forEach(projection -> register(projection, registry));
    }

    private void register(Projection projection, MeterRegistry registry) {
        Gauge.builder("soto.projection.lag.commits", projection, this::lagCommits)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.lag.seconds", projection, this::lagSeconds)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.replay.progress", projection, this::progress)
                .tag(TAG, projection.name())
                .register(registry);
        Gauge.builder("soto.projection.dead.letters", projection, Projection::deadLetters)
                .tag(TAG, projection.name())
                .register(registry);
    }

    private double lagCommits(Projection projection) {
        return Math.max(0, ledger.tail().number() - projection.folded().number());
    }

    /** Age of the oldest commit not folded. */
    private double lagSeconds(Projection projection) {
        return ledger.commit(projection.folded().number() + 1)
                .map(Commit::at)
                .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }

    /** 1 when everything is folded. */
    private double progress(Projection projection) {
        long tail = ledger.tail().number();
        return tail == 0 ? 1 : Math.min(1.0, (double) projection.folded().number() / tail);
    }
}
