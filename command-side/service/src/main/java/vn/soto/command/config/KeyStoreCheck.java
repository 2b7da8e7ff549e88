package vn.soto.command.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.UnopenableSubjects;
import vn.soto.ledger.LedgerException;

/**
 * Looks once after the start, behind it, for subjects whose data nobody can open; again if the look fails. Health is incomplete if there are
 * any, and counts them by cause.
 */
final class KeyStoreCheck implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreCheck.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE", "personal data that nobody can open");

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final UnopenableSubjects unopenable;
    private final Duration again;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-store-check").daemon().factory());
    private volatile Health health = Health.up().withDetail("checked", false).build();
    private volatile boolean closed;

    private KeyStoreCheck(UnopenableSubjects unopenable, Duration again) {
        this.unopenable = unopenable;
        this.again = again;
    }

    static KeyStoreCheck start(UnopenableSubjects unopenable) {
        return start(unopenable, AGAIN);
    }

    static KeyStoreCheck start(UnopenableSubjects unopenable, Duration again) {
        KeyStoreCheck check = new KeyStoreCheck(unopenable, again);
        check.looks.execute(check::look);
        return check;
    }

    private void look() {
        try {
            UnopenableSubjects.Found found = unopenable.find(() -> closed);
            if (!closed) {
                report(found);
            }
        } catch (LedgerException | IllegalStateException e) {
            if (!closed) {
                LOG.warn(
                        "Chưa kiểm tra được kho khóa, sẽ thử lại / the key store was not checked, trying again: {}",
                        e.getMessage());
                var _ = looks.schedule(this::look, again.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void report(UnopenableSubjects.Found found) {
        if (found.total() > 0) {
            LOG.error(
                    """
                            Kho khóa không mở được tên của {} đối tượng: {} không có khóa, {} khóa bị hỏng, {} khóa bị xóa mà sổ không ghi yêu \
                            cầu xóa. Hãy phục hồi kho khóa; xem mục Dữ liệu cá nhân trong deploy/README.md. / the key store does not open the names \
                            of {} subjects: {} without a key, {} with a damaged one, {} with one destroyed although the ledger has no erasure. \
                            Restore the key store; see Personal data in deploy/README.md""",
                    found.total(),
                    found.keyless().size(),
                    found.damaged(),
                    found.destroyed(),
                    found.total(),
                    found.keyless().size(),
                    found.damaged(),
                    found.destroyed());
        }
        health = (found.total() > 0 ? Health.status(INCOMPLETE) : Health.up())
                .withDetail("checked", true)
                .withDetail("subjectsWithoutKey", found.keyless().size())
                .withDetail("damagedKeys", found.damaged())
                .withDetail("destroyedKeysWithoutErasure", found.destroyed())
                .build();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        closed = true;
        looks.shutdownNow();
    }
}
