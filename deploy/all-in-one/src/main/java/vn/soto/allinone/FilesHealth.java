package vn.soto.allinone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.soto.ledger.WriteFault;

/**
 * Health indicator: down while a file of the data folder that the product uses is not the one it opened, cannot be written, or has no
 * room on its disk. It looks twice a second on a thread of its own; the log has a line when a fault begins and one when it is over.
 */
final class FilesHealth implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FilesHealth.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final List<WatchedFile> files;
    private final Map<WatchedFile, WriteFault> faults = new ConcurrentHashMap<>();
    private final Thread thread =
            Thread.ofPlatform().name("files-watch").daemon().unstarted(this::watch);

    private FilesHealth(List<WatchedFile> files) {
        this.files = files;
    }

    static FilesHealth of(List<WatchedFile> files) {
        return new FilesHealth(files);
    }

    FilesHealth started() {
        thread.start();
        return this;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException closed) {
            // the end of the process
        }
    }

    void look() {
        for (WatchedFile file : files) {
            Optional<WriteFault> now = file.look();
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
        thread.interrupt();
    }
}
