package vn.soto.command.config;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.KeylessSubjects;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;

/**
 * Looks once after the start, on a thread of its own, whether the key store has an entry for every subject whose sealed data
 * is in the ledger. Health is incomplete while it has not.
 */
final class KeyStoreCheck implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreCheck.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE", "personal data that nobody can open");

    private final KeylessSubjects keyless;
    private final Thread thread =
            Thread.ofPlatform().name("key-store-check").daemon().unstarted(this::look);
    private volatile Health health = Health.up().withDetail("checked", false).build();
    private volatile boolean closed;

    KeyStoreCheck(KeylessSubjects keyless) {
        this.keyless = keyless;
    }

    static KeyStoreCheck start(KeylessSubjects keyless) {
        KeyStoreCheck check = new KeyStoreCheck(keyless);
        check.thread.start();
        return check;
    }

    void look() {
        try {
            Set<Subject> found = keyless.find(() -> closed);
            if (!closed) {
                report(found.size());
            }
        } catch (LedgerException | IllegalStateException e) {
            if (!closed) {
                LOG.warn("Không kiểm tra được kho khóa / the key store was not checked: {}", e.getMessage());
            }
        }
    }

    private void report(int found) {
        if (found > 0) {
            LOG.error(
                    "Kho khóa không có khóa của {} đối tượng có dữ liệu trong sổ: tên của họ không đọc được. Hãy phục hồi"
                            + " kho khóa; xem mục Dữ liệu cá nhân trong deploy/README.md. / the key store has no key of {} subjects"
                            + " with data in the ledger: their names cannot be read. Restore the key store; see Personal data in"
                            + " deploy/README.md",
                    found,
                    found);
        }
        health = (found > 0 ? Health.status(INCOMPLETE) : Health.up())
                .withDetail("checked", true)
                .withDetail("subjectsWithoutKey", found)
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
