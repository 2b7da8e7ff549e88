package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import vn.soto.privacy.reads.SqlitePersonalDataReads;
import vn.soto.testkit.Await;

@Tag("threads")
final class ReadsHealthIT {

    @Test
    void aLookThatFailsIsTakenAgain(@TempDir Path folder) {
        Path file = folder.resolve("reads.sqlite");
        try (ReadsHealth check = ReadsHealth.start(file, Duration.ofMillis(1))) {
            Await.until("a look that failed", () -> check.health().getDetails().containsKey("reason"));
            SqlitePersonalDataReads.open(file).close();
            Await.until(
                    "checked",
                    () -> Boolean.TRUE.equals(check.health().getDetails().get("checked")));
            assertThat(check.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
