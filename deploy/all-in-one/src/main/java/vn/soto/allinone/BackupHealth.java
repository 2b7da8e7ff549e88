package vn.soto.allinone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.ledger.sqlite.BackupNote;

/**
 * Health indicator: incomplete while the last good backup is older than a set time, or there is none. A backup that a wrong clock dated
 * ahead tells nothing of its age.
 */
final class BackupHealth implements HealthIndicator {

    private static final Status INCOMPLETE = new Status("INCOMPLETE");

    /** Clocks of a machine and of the disk that it shares differ by no more. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Path note;
    private final @Nullable Duration limit;
    private final Clock clock;

    BackupHealth(Path ledger, @Nullable Duration limit, Clock clock) {
        this.note = BackupNote.beside(ledger);
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            Instant last = Files.getLastModifiedTime(note).toInstant();
            Instant now = clock.instant();
            boolean old = limit != null && (last.plus(limit).isBefore(now) || last.isAfter(now.plus(AHEAD)));
            return (old ? Health.status(INCOMPLETE) : Health.up())
                    .withDetail("lastGood", last.toString())
                    .withDetail("head", Files.readString(note).strip())
                    .build();
        } catch (NoSuchFileException e) {
            return (limit == null ? Health.up() : Health.status(INCOMPLETE))
                    .withDetail("lastGood", "unknown")
                    .build();
        } catch (IOException e) {
            return Health.down()
                    .withDetail("unreadable", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
