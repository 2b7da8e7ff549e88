package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.BackupNote;
import vn.soto.testkit.SettableClock;

final class BackupHealthIT {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);

    @TempDir
    private Path folder;

    @Test
    void tellsWhenTheLastGoodBackupIsOlderThanTheSetTime() throws IOException {
        Path ledger = folder.resolve("ledger.sqlite");
        BackupHealth watched = new BackupHealth(ledger, Duration.ofHours(26), clock);
        assertThat(watched.health().getStatus().getCode()).as("none yet").isEqualTo("INCOMPLETE");

        BackupNote.write(ledger, Tail.empty("demo/x"));
        Files.setLastModifiedTime(BackupNote.beside(ledger), FileTime.from(NOON));
        clock.advance(Duration.ofHours(26));
        assertThat(watched.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(watched.health().getDetails())
                .containsEntry("lastGood", NOON.toString())
                .hasEntrySatisfying("head", head -> assertThat(head).asString().startsWith("0:"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(watched.health().getStatus().getCode()).isEqualTo("INCOMPLETE");
        clock.advance(Duration.ofDays(-365));
        assertThat(watched.health().getStatus().getCode())
                .as("made while the clock was ahead")
                .isEqualTo("INCOMPLETE");
    }

    @Test
    void saysNothingWhereBackupsAreMadeInAnotherWay() {
        assertThat(new BackupHealth(folder.resolve("ledger.sqlite"), null, clock)
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("UP");
    }

    @Test
    void theTimeIsASetting() {
        assertThat(bind(Map.of())).isEqualTo(new BackupSettings(null));
        assertThat(bind(Map.of("soto.backup.no-older-than", "26h")))
                .isEqualTo(new BackupSettings(Duration.ofHours(26)));
    }

    private static BackupSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.backup", BackupSettings.class);
    }
}
