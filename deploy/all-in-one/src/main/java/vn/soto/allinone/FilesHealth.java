package vn.soto.allinone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.soto.ledger.WriteFault;

/**
 * Health indicator of the files of the data folder that the product uses. It is down while one is not the file it
 * opened, cannot be written, or has no room on its disk. It looks twice a second; the log has a line when a fault
 * begins and one when it is over.
 */
final class FilesHealth implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FilesHealth.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final List<WatchedFile> files;
    private final Map<WatchedFile, WriteFault> faults = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("files-watch").daemon().factory());

    private FilesHealth(List<WatchedFile> files) {
        this.files = files;
    }

    static FilesHealth of(List<WatchedFile> files) {
        return new FilesHealth(files);
    }

    /** Does something at once, and again and again with a pause after each time. */
    @FunctionalInterface
    interface Schedule {
        void repeat(Runnable work, Duration pause);
    }

    FilesHealth started() {
        return started((look, pause) -> {
            var _ = looks.scheduleWithFixedDelay(look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    FilesHealth started(Schedule schedule) {
        schedule.repeat(this::look, LOOK);
        return this;
    }

    void look() {
        for (WatchedFile file : files) {
            Optional<WriteFault> now = look(file);
            WriteFault before = now.isPresent() ? faults.put(file, now.get()) : faults.remove(file);
            if (now.isPresent() && before != now.get()) {
                LOG.error("{}", file.message(now.get()));
            } else if (now.isEmpty() && before != null) {
                LOG.info(
                        "Tệp {} lại dùng được / the file is right again",
                        file.path().get());
            }
        }
    }

    /** A look that fails is a fault and not the end of looking. */
    private static Optional<WriteFault> look(WatchedFile file) {
        try {
            return file.look();
        } catch (RuntimeException e) {
            LOG.debug("{}", file.name(), e);
            return Optional.of(WriteFault.OTHER);
        }
    }

    @Override
    public Health health() {
        Map<String, Map<String, String>> details = new TreeMap<>();
        faults.forEach((file, fault) ->
                details.put(file.name(), Map.of("fault", fault.code(), "reason", file.message(fault))));
        return (details.isEmpty() ? Health.up() : Health.down())
                .withDetails(details)
                .build();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
