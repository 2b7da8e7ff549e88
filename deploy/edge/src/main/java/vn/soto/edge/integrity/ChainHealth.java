package vn.soto.edge.integrity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;

/**
 * Health indicator: down once a read has found a commit that is altered, unreadable or missing; names the first. Each is logged
 * when it is found.
 */
@Component("chainHealthIndicator")
public final class ChainHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ChainHealth.class);
    private static final int NAMED = 20;

    private final LedgerReader ledger;

    ChainHealth(LedgerReader ledger, MeterRegistry meters) {
        this.ledger = ledger;
        Gauge.builder(
                        "soto.ledger.damaged.commits",
                        ledger.damaged(),
                        found -> found.all().size())
                .register(meters);
        ledger.damaged()
                .onFound(damaged -> LOG.error(
                        "{} Hãy chạy deploy/bin/verify rồi phục hồi bản sao lưu. / Run deploy/bin/verify, then restore the backup.",
                        damaged));
    }

    @Override
    public Health health() {
        Collection<DamagedCommit> damaged = ledger.damaged().all();
        if (damaged.isEmpty()) {
            return Health.up().build();
        }
        DamagedCommit first = damaged.iterator().next();
        return Health.down()
                .withDetail("commit", first.number())
                .withDetail("damage", first.damage().word())
                .withDetail("damaged", damaged.size())
                .withDetail(
                        "commits",
                        damaged.stream().limit(NAMED).map(DamagedCommit::number).toList())
                .withDetail("remedy", "run deploy/bin/verify, then restore the backup; see deploy/README.md")
                .build();
    }
}
