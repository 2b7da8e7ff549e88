package vn.soto.command.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.UnopenableSubjects;
import vn.soto.ledger.LedgerException;

/**
 * Looks once after the start, on a thread of its own, for subjects whose data nobody can open. Health is incomplete if there are
 * any, and counts them by cause.
 */
final class KeyStoreCheck implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreCheck.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE", "personal data that nobody can open");

    private final UnopenableSubjects unopenable;
    private final Thread thread =
            Thread.ofPlatform().name("key-store-check").daemon().unstarted(this::look);
    private volatile Health health = Health.up().withDetail("checked", false).build();
    private volatile boolean closed;

    KeyStoreCheck(UnopenableSubjects unopenable) {
        this.unopenable = unopenable;
    }

    static KeyStoreCheck start(UnopenableSubjects unopenable) {
        KeyStoreCheck check = new KeyStoreCheck(unopenable);
        check.thread.start();
        return check;
    }

    void look() {
        try {
            UnopenableSubjects.Found found = unopenable.find(() -> closed);
            if (!closed) {
                report(found);
            }
        } catch (LedgerException | IllegalStateException e) {
            if (!closed) {
                LOG.warn("Không kiểm tra được kho khóa / the key store was not checked: {}", e.getMessage());
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
    }
}
