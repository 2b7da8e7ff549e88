package vn.soto.allinone;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** Health indicator: down once the ledger accepts no more appends; reports its tail. */
@Component("ledgerHealthIndicator")
final class LedgerHealth implements HealthIndicator {

    private final SqliteLedger ledger;

    LedgerHealth(SqliteLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        var tail = ledger.reader().tail();
        return (ledger.isOpen() ? Health.up() : Health.down())
                .withDetail("origin", ledger.reader().origin())
                .withDetail("commit", tail.number())
                .withDetail("chain", tail.chain().toString())
                .build();
    }
}
