package vn.soto.allinone;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/**
 * Health indicator: down while the ledger cannot be written or read; reports its tail. It reads the state that the writer
 * keeps and looks after by itself, so a fault shows before anybody meets it.
 */
@Component("ledgerHealthIndicator")
record LedgerHealth(SqliteLedger ledger) implements HealthIndicator {

    @Override
    public Health health() {
        Health.Builder health = ledger.isOpen() && ledger.trouble().isEmpty() ? Health.up() : Health.down();
        ledger.trouble().ifPresent(trouble -> trouble.details().forEach(health::withDetail));
        try {
            var tail = ledger.reader().tail();
            return health.withDetail("origin", ledger.reader().origin())
                    .withDetail("commit", tail.number())
                    .withDetail("chain", tail.chain().toString())
                    .build();
        } catch (LedgerException | IllegalStateException e) {
            return health.down()
                    .withDetail("unreadable", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
