package vn.soto.query.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.query.http.AccessLog;
import vn.soto.query.http.PersonReadingPace;

/**
 * Health indicator: down while personal data is not shown, because the register of reads cannot be written; its detail {@code
 * toldToWait} counts the accounts that opened the data of too many persons, for as long as one of them lately did.
 */
@Component("personalDataReadsHealthIndicator")
final class AccessHealth implements HealthIndicator {

    private final AccessLog accesses;

    private final PersonReadingPace pace;

    AccessHealth(AccessLog accesses, PersonReadingPace pace) {
        this.accesses = accesses;
        this.pace = pace;
    }

    @Override
    public Health health() {
        Health.Builder health = accesses.trouble()
                .map(trouble -> Health.down().withDetail("reason", trouble))
                .orElseGet(Health::up);
        pace.alarm().ifPresent(accounts -> health.withDetail("toldToWait", accounts));
        return health.build();
    }
}
