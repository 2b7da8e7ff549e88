package vn.soto.query.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
        Map<String, ToDoubleFunction<Projection>> values = Map.of(
                "lag.commits", lag::commits,
                "lag.seconds", lag::seconds,
                "replay.progress", each -> progress(each, ledger.tail().number()),
                "stalled", each -> watch.stalled(each) ? 1 : 0,
                "dead.letters", Projection::deadLetters);
        values.forEach((name, value) -> Gauge.builder("soto.projection." + name, projection, unlessUnreadable(value))
                .tag(TAG, projection.name())
                .register(registry));
    }

    /** No number while the ledger cannot be read, such as for a client that hung up. */
    private static ToDoubleFunction<Projection> unlessUnreadable(ToDoubleFunction<Projection> value) {
        return projection -> {
            try {
                return value.applyAsDouble(projection);
            } catch (LedgerException e) {
                return Double.NaN;
            }
        };
    }

    /** The part of the ledger that is projected, while a replay runs that of the replay; 1 when it is every commit. */
    private static double progress(Projection projection, long tail) {
        long reached = projection.replayed().orElseGet(projection::folded).number();
        return tail == 0 ? 1 : Math.min(1.0, (double) reached / tail);
    }
}
