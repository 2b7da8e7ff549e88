package vn.soto.commandnode;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.mongo.MongoLedger;

/** Health indicator: down once the ledger accepts no more appends or cannot be read; reports its tail. */
@Component("ledgerHealthIndicator")
final class LedgerHealth implements HealthIndicator {

    private final MongoLedger ledger;

    LedgerHealth(MongoLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        try {
            Tail tail = ledger.reader().tail();
            return (ledger.isOpen() ? Health.up() : Health.down())
                    .withDetail("origin", ledger.reader().origin())
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
