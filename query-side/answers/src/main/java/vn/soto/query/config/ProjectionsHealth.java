package vn.soto.query.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.projection.StoreFailure;

/**
 * Health indicator: down while a projection is failing or has {@linkplain ProjectionWatch stalled}, {@link #INCOMPLETE}
 * while there are dead letters, whose events answers may lack. A projection that catches up or replays is up.
 */
@Component("readModels")
record ProjectionsHealth(Projections projections, ProjectionWatch watch, Lag lag) implements HealthIndicator {

    static final Status INCOMPLETE = new Status("INCOMPLETE", "there are dead letters; see deadLetters");

    @Override
    public Health health() {
        try {
            return asStored();
        } catch (RuntimeException e) {
            if (!StoreFailure.is(e)) {
                throw e;
            }
            return Health.down()
                    .withDetail("store", "does not answer: " + e.getClass().getName())
                    .build();
        }
    }

    private Health asStored() {
        boolean down =
                projections.all().stream().anyMatch(projection -> projection.failing() || watch.stalled(projection));
        Health.Builder health = down ? Health.down() : lacksEvents() ? Health.status(INCOMPLETE) : Health.up();
        projections.all().forEach(projection -> health.withDetail(projection.name(), details(projection)));
        return health.build();
    }

    private boolean lacksEvents() {
        return projections.all().stream().anyMatch(projection -> projection.deadLetters() > 0);
    }

    private Map<String, Object> details(Projection projection) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("commit", projection.folded().number());
        try {
            details.put("lagCommits", lag.commits(projection));
            details.put("lagSeconds", lag.seconds(projection));
        } catch (LedgerException e) {
            details.put("lag", "unknown: the ledger cannot be read");
        }
        details.put("deadLetters", projection.deadLetters());
        projection.replayed().ifPresent(made -> details.put("replayed", made.number()));
        projection.differences().ifPresent(found -> details.put("differencesOfLastReplay", found));
        details.put("failing", projection.failing());
        details.put("stalled", watch.stalled(projection));
        return details;
    }
}
