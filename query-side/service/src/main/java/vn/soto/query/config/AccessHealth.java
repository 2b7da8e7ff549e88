package vn.soto.query.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.query.http.AccessLog;

/** Health indicator: down while personal data is not shown, because the register of reads cannot be written. */
@Component("personalDataReadsHealthIndicator")
final class AccessHealth implements HealthIndicator {

    private final AccessLog accesses;

    AccessHealth(AccessLog accesses) {
        this.accesses = accesses;
    }

    @Override
    public Health health() {
        return accesses.trouble()
                .map(trouble -> Health.down().withDetail("reason", trouble))
                .orElseGet(Health::up)
                .build();
    }
}
