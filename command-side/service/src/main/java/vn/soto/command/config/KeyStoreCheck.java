package vn.soto.command.config;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.UnopenableSubjects;

/** Looks for subjects whose data nobody can open. Health is incomplete if there are any, and counts them by cause. */
final class KeyStoreCheck {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreCheck.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE", "personal data that nobody can open");

    private KeyStoreCheck() {}

    static BackgroundCheck start(UnopenableSubjects unopenable) {
        return start(unopenable, BackgroundCheck.AGAIN);
    }

    static BackgroundCheck start(UnopenableSubjects unopenable, Duration again) {
        return BackgroundCheck.start("kho khóa / the key store", again, check -> {
            UnopenableSubjects.Found found = unopenable.find(check::isClosed);
            return check.isClosed() ? Optional.empty() : Optional.of(report(found));
        });
    }

    private static Health.Builder report(UnopenableSubjects.Found found) {
        if (found.total() > 0) {
            LOG.error(
                    """
                            Kho khóa không mở được tên của {} đối tượng: {} không có khóa ({} khóa bị gỡ khỏi kho), {} khóa bị hỏng, {} khóa bị xóa mà sổ không ghi yêu \
                            cầu xóa. Hãy phục hồi kho khóa; xem mục Dữ liệu cá nhân trong deploy/README.md. / the key store does not open the names \
                            of {} subjects: {} without a key ({} keys were taken out of the store), {} with a damaged one, {} with one destroyed although the ledger has no erasure. \
                            Restore the key store; see Personal data in deploy/README.md""",
                    found.total(),
                    found.keyless().size(),
                    found.removed(),
                    found.damaged(),
                    found.destroyed(),
                    found.total(),
                    found.keyless().size(),
                    found.removed(),
                    found.damaged(),
                    found.destroyed());
        }
        return (found.total() > 0 ? Health.status(INCOMPLETE) : Health.up())
                .withDetail("subjectsWithoutKey", found.keyless().size())
                .withDetail("removedKeys", found.removed())
                .withDetail("damagedKeys", found.damaged())
                .withDetail("destroyedKeysWithoutErasure", found.destroyed());
    }
}
