package vn.soto.query.config;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projection;

/** The lag of a projection behind the ledger. */
@Component
record Lag(LedgerReader ledger, Clock clock) {

    long commits(Projection projection) {
        return Math.max(0, ledger.tail().number() - projection.folded().number());
    }

    /** Age of the oldest commit that is not projected. */
    double seconds(Projection projection) {
        return ledger.read(projection.folded().number() + 1, 1).stream()
                .filter(Commit.class::isInstance)
                .findFirst()
                .map(stored -> ((Commit) stored).at())
                .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }
}
