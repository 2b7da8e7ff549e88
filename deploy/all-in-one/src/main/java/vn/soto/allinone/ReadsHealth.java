package vn.soto.allinone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.reads.ReadsCheck;

/**
 * Looks once after the start, behind it, for entries of the register of reads that were changed or removed; again if the look fails. Health
 * is incomplete if there are any, and names the first.
 */
final class ReadsHealth implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadsHealth.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE");

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Path file;
    private final Duration again;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reads-check").daemon().factory());
    private volatile Health health = Health.up().withDetail("checked", false).build();

    private ReadsHealth(Path file, Duration again) {
        this.file = file;
        this.again = again;
    }

    static ReadsHealth start(Path file) {
        return start(file, AGAIN);
    }

    static ReadsHealth start(Path file, Duration again) {
        ReadsHealth check = new ReadsHealth(file, again);
        check.looks.execute(check::look);
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
            health = Health.up()
                    .withDetail("checked", false)
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
            var _ = looks.schedule(this::look, again.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
