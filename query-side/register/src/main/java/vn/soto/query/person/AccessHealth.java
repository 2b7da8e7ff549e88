package vn.soto.query.person;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.query.http.AccessLog;
import vn.soto.query.http.PersonReadingPace;

/**
 * Health indicator. It is down while the register of reads cannot be written, because then no personal data is shown.
 * It is incomplete once a key that is damaged, or gone without an erasure, kept a name from being opened. Its detail {@code toldToWait} counts the accounts
 * that lately opened the data of too many persons.
 */
@Component("personalDataReadsHealthIndicator")
record AccessHealth(AccessLog accesses, PersonReadingPace pace, Persons persons) implements HealthIndicator {

    private static final String INCOMPLETE = "INCOMPLETE";

    @Override
    public Health health() {
        Health.Builder health = names();
        accesses.trouble().ifPresent(trouble -> health.down().withDetail("reason", trouble));
        pace.alarm().ifPresent(accounts -> health.withDetail("toldToWait", accounts));
        return health.build();
    }

    private Health.Builder names() {
        try {
            long damaged = persons.damagedKeys();
            return damaged > 0 ? Health.status(INCOMPLETE).withDetail("damagedKeys", damaged) : Health.up();
        } catch (RuntimeException e) {
            return Health.down().withDetail("unreadable", String.valueOf(e.getMessage()));
        }
    }
}
