package vn.soto.allinone;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;

/** Health indicator: down while the key store cannot be written. */
@Component("keysHealthIndicator")
final class KeysHealth implements HealthIndicator {

    private final SqliteSubjectKeys keys;

    KeysHealth(SqliteSubjectKeys keys) {
        this.keys = keys;
    }

    @Override
    public Health health() {
        return keys.trouble()
                .map(trouble -> Health.down().withDetails(trouble.details()))
                .orElseGet(Health::up)
                .build();
    }
}
