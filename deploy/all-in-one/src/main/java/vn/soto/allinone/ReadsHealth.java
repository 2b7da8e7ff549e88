package vn.soto.allinone;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.reads.ReadsCheck;

/**
 * Looks once after the start, on a thread of its own, for entries of the register of reads that were changed or removed. Health is
 * incomplete if there are any, and names the first.
 */
final class ReadsHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ReadsHealth.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE");

    private final Path file;
    private volatile Health health = Health.up().withDetail("checked", false).build();

    private ReadsHealth(Path file) {
        this.file = file;
    }

    static ReadsHealth start(Path file) {
        ReadsHealth check = new ReadsHealth(file);
        Thread.ofPlatform().name("reads-check").daemon().start(check::look);
        return check;
    }

    private void look() {
        try {
            Optional<String> broken = ReadsCheck.of(file);
            broken.ifPresent(what -> LOG.error("Sổ xem dữ liệu cá nhân / the register of reads {}: {}", file, what));
            health = broken.map(what -> Health.status(INCOMPLETE).withDetail("reason", what))
                    .orElseGet(Health::up)
                    .withDetail("checked", true)
                    .build();
        } catch (LedgerException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public Health health() {
        return health;
    }
}
