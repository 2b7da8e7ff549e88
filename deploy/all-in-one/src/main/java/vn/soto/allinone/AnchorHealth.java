package vn.soto.allinone;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/**
 * Health indicator: down when the anchor is missing, ahead of the ledger, or cannot be written. The anchor lags behind while commits
 * are written.
 */
@Component("anchorHealthIndicator")
record AnchorHealth(SotoSettings settings, SqliteLedger ledger) implements HealthIndicator {

    @Override
    public Health health() {
        try {
            return compared();
        } catch (UncheckedIOException | LedgerException | IllegalStateException e) {
            return Health.down()
                    .withDetail("unreadable", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private Health compared() {
        // The anchor is read first: it never leads, so the later read of the ledger includes its commit.
        Optional<Anchor> anchor = Anchor.read(settings.ledgerFile().toAbsolutePath());
        long tail = ledger.reader().tail().number();
        return anchor.map(known -> (known.number() <= tail && !ledger.isAnchorFailing() ? Health.up() : Health.down())
                        .withDetail("commit", known.number())
                        .withDetail("behind", tail - known.number()))
                .orElseGet(() -> Health.down().withDetail("anchor", "missing"))
                .build();
    }
}
