package vn.soto.command.config;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.UnopenableSubjects;
import vn.soto.ledger.LedgerException;

/**
 * Looks for subjects whose data nobody can open. Health is incomplete if there are any, and counts them by cause. An entry removed after
 * a look is told at once, and the next look is taken within {@link #BETWEEN_LOOKS}. Until it has ended nobody gets a new key.
 */
final class KeyStoreCheck implements HealthIndicator, AutoCloseable {

    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreCheck.class);
    private static final String REMOVED = "removedKeys";
    private static final Status INCOMPLETE = new Status("INCOMPLETE", "personal data that nobody can open");

    private final UnopenableSubjects unopenable;
    private final BackgroundCheck check;

    /** Removed entries at the last look that ended; absent while one is taken or is to be taken again. */
    private volatile @Nullable Long looked;

    private KeyStoreCheck(UnopenableSubjects unopenable, Duration again, Duration pause) {
        this.unopenable = unopenable;
        this.check = BackgroundCheck.start("kho khóa / the key store", again, this::look);
        check.repeat(this::lookAgain, pause);
    }

    static KeyStoreCheck start(UnopenableSubjects unopenable) {
        return start(unopenable, BackgroundCheck.AGAIN, BETWEEN_LOOKS);
    }

    /**
     * @param again pause after a look that failed
     * @param pause between two looks of which the second is taken because entries were removed or put back
     */
    static KeyStoreCheck start(UnopenableSubjects unopenable, Duration again, Duration pause) {
        return new KeyStoreCheck(unopenable, again, pause);
    }

    private Optional<Health.Builder> look(BackgroundCheck looking) {
        looked = null;
        UnopenableSubjects.Found found = unopenable.find(looking::isClosed);
        if (looking.isClosed()) {
            return Optional.empty();
        }
        looked = found.removed();
        return Optional.of(report(found));
    }

    private void lookAgain() {
        Long last = looked;
        if (last != null && unopenable.removed() != last) {
            check.look();
        }
    }

    @Override
    public Health health() {
        Health found = check.health();
        try {
            long now = unopenable.removed();
            return Objects.equals(found.getDetails().getOrDefault(REMOVED, 0L), now) ? found : changed(found, now);
        } catch (LedgerException e) {
            return Health.down()
                    .withDetail("unreadable", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    /** Entries were removed, or put back, since the look. */
    private static Health changed(Health found, long now) {
        Status status = found.getStatus().equals(Status.UP) ? INCOMPLETE : found.getStatus();
        return Health.status(status)
                .withDetails(found.getDetails())
                .withDetail(REMOVED, now)
                .withDetail("checked", false)
                .build();
    }

    @Override
    public void close() {
        check.close();
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
                .withDetail(REMOVED, found.removed())
                .withDetail("damagedKeys", found.damaged())
                .withDetail("destroyedKeysWithoutErasure", found.destroyed());
    }
}
