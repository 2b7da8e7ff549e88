package vn.soto.edge.watchdog;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the watchdog.
 *
 * @param enabled whether it runs
 * @param silence time without any answer, to its own requests or to others', after which the process is ended
 * @param folder  folder of the thread dumps
 */
@ConfigurationProperties("soto.watchdog")
record WatchdogSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2m") Duration silence,
        @Nullable Path folder) {

    /** The folder for temporary files if none is named. */
    Path dumps() {
        return folder == null ? Path.of(System.getProperty("java.io.tmpdir", "/tmp")) : folder;
    }

    /** Interval of the watchdog's ticks. */
    Duration tick() {
        return silence.dividedBy(SilenceCounter.TICKS);
    }
}
