package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.AllInOne;

/** The watchdog of a real process: a pause of the whole process is no silence, event loops that stand still are one. */
@Tag("processes")
@Tag("long")
final class HungProcessIT {

    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration LONGER = SILENCE.plus(SILENCE.dividedBy(2));

    /** The exit code of a process that answered nothing. */
    private static final int HUNG = 70;

    private static final String EVENT_LOOPS = "webflux-http-";

    @TempDir
    private Path folder;

    @Test
    void aPauseIsOutlivedAndAHangIsNot() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        String[] settings = {"--soto.demo=false", "--soto.watchdog.silence=" + SILENCE.toMillis() + "ms"};
        try (AllInOne product = AllInOne.start(List.of(), List.of(SuspendedThreads.OPTION), data, settings)) {
            product.address();

            product.pause();
            assertThat(endsWithin(product, LONGER)).as("while it is paused").isFalse();
            product.resume();
            assertThat(endsWithin(product, LONGER)).as("after its pause").isFalse();
            assertThat(product.get("", "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(dumps(data)).isEmpty();

            assertThat(SuspendedThreads.of(product, EVENT_LOOPS)).isNotEmpty();
            assertThat(endsWithin(product, Duration.ofMinutes(2)))
                    .as("with event loops that stand still:\n%s", product.output())
                    .isTrue();
            assertThat(product.process().exitValue()).isEqualTo(HUNG);
        }

        List<Path> dumps = dumps(data);
        assertThat(dumps).hasSize(1);
        assertThat(Files.getPosixFilePermissions(dumps.getFirst()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(dumps.getFirst())).contains("\"" + EVENT_LOOPS, "\"watchdog\"");
    }

    private static boolean endsWithin(AllInOne product, Duration time) throws InterruptedException {
        return product.process().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<Path> dumps(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("thread-dump-"))
                    .toList();
        }
    }
}
