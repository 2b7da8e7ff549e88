package vn.soto.command.config;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Looks behind the start at what cannot be looked at with every question about health, and again until a look succeeds. Health is what the
 * look found; down, with {@code unreadable}, while it fails.
 */
public final class BackgroundCheck implements HealthIndicator, AutoCloseable {

    public static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);

    private final String what;
    private final Look look;
    private final Duration again;
    private final ScheduledExecutorService looks;
    private volatile Health health = Health.up().withDetail("checked", false).build();
    private volatile boolean closed;

    private BackgroundCheck(String what, Look look, Duration again) {
        this.what = what;
        this.look = look;
        this.again = again;
        this.looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("background-check").daemon().factory());
    }

    /** The health that a look finds; nothing if the check was closed meanwhile. */
    @FunctionalInterface
    public interface Look {
        Optional<Health.Builder> take(BackgroundCheck check) throws Exception;
    }

    /** @param what is looked at, in both languages: {@code kho khóa / the key store} */
    public static BackgroundCheck start(String what, Duration again, Look look) {
        BackgroundCheck check = new BackgroundCheck(what, look, again);
        check.looks.execute(check::look);
        return check;
    }

    /**
     * Takes a look and reports every failure of it; then the look is taken again. For work that is {@link #repeat repeated}, on the thread of
     * the looks.
     */
    void look() {
        try {
            look.take(this)
                    .ifPresent(
                            found -> health = found.withDetail("checked", true).build());
        } catch (Exception e) {
            if (!closed) {
                LOG.warn("{}: chưa kiểm tra được, sẽ thử lại / not checked, trying again: {}", what, e.toString());
                health = Health.down()
                        .withDetail("checked", false)
                        .withDetail("unreadable", String.valueOf(e.getMessage()))
                        .build();
                var _ = looks.schedule(this::look, again.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Does this again and again, with a pause after each time, also after one that failed, until the check is closed. */
    public void repeat(Runnable work, Duration pause) {
        Runnable once = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.debug("{}: a repeated work failed", what, e);
            }
        };
        var _ = looks.scheduleWithFixedDelay(once, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        closed = true;
        looks.shutdownNow();
    }
}
