package vn.soto.commandnode;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.mongo.MongoLedger;

/** Health indicator: down while the ledger cannot be written or read, and why; reports its tail. */
@Component("ledgerHealthIndicator")
record LedgerHealth(MongoLedger ledger) implements HealthIndicator {

    @Override
    public Health health() {
        try {
            Tail tail = ledger.reader().tail();
            Health.Builder health = ledger.isOpen() && ledger.trouble().isEmpty() ? Health.up() : Health.down();
            ledger.trouble().ifPresent(trouble -> trouble.details().forEach(health::withDetail));
            return health.withDetail("origin", ledger.reader().origin())
                    .withDetail("commit", tail.number())
                    .withDetail("chain", tail.chain().toString())
                    .build();
        } catch (LedgerException e) {
            return Health.down()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
