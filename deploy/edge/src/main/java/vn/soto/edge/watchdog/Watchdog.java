package vn.soto.edge.watchdog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the process with {@link #EXIT_CODE} after {@link WatchdogSettings#silence} without any answer, and writes a
 * {@link ThreadDump} before. It runs from after the port opens until before it closes, on threads of its own that share
 * no lock with requests. Everything it needs then is loaded by a rehearsal at the start.
 */
final class Watchdog implements SmartLifecycle {

    /** The exit code of a process that was ended because it answered nothing. */
    static final int EXIT_CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Longest time that the dump may take; a process that hangs is ended without one. */
    private static final Duration DUMP_LIMIT = Duration.ofSeconds(20);

    private final WatchdogSettings settings;
    private final SignsOfLife signs;
    private final OwnAddress address;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final IntConsumer end;
    private volatile boolean running;

    /** The address that the process listens at, once it does. */
    @FunctionalInterface
    interface OwnAddress {

        InetSocketAddress get();

        /** An address of all interfaces is reached at loopback. */
        static InetSocketAddress of(@Nullable InetAddress listensAt, int port) {
            return listensAt == null || listensAt.isAnyLocalAddress()
                    ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                    : new InetSocketAddress(listensAt, port);
        }
    }

    /** @param end ends the process with an exit code, without waiting for anything */
    Watchdog(
            WatchdogSettings settings,
            SignsOfLife signs,
            OwnAddress address,
            Clock clock,
            LongSupplier nanoTime,
            IntConsumer end) {
        this.settings = settings;
        this.signs = signs;
        this.address = address;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.end = end;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        rehearse();
        running = true;
        // A request in time for several ticks, and several requests in the time of the silence.
        Duration limit = settings.tick().multipliedBy(SilenceCounter.TICKS / 4);
        LivenessProbe probe = new LivenessProbe(address.get(), limit, signs::add);
        Thread.ofPlatform().name("watchdog-probe").daemon().start(() -> everyTick(probe));
        SilenceCounter counter = new SilenceCounter(settings.tick().toNanos(), nanoTime);
        Thread.ofPlatform().name("watchdog").daemon().start(() -> everyTick(() -> tick(counter)));
    }

    private void everyTick(Runnable action) {
        while (running) {
            action.run();
            LockSupport.parkNanos(settings.tick().toNanos());
        }
    }

    private void tick(SilenceCounter counter) {
        if (counter.tick(signs.count()) && running) {
            running = false;
            endProcess();
        }
    }

    /** The dump has a thread of its own, and so has the log line: neither can keep the process from ending. */
    private void endProcess() {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofPlatform().name("watchdog-dump").daemon().start(() -> {
            report();
            done.countDown();
        });
        try {
            var _ = done.await(DUMP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.accept(EXIT_CODE);
    }

    private void report() {
        String dump;
        try {
            dump = ThreadDump.write(settings.dumps(), clock.instant(), ThreadDump.MOST_BYTES)
                    .toAbsolutePath()
                    .toString();
        } catch (IOException | RuntimeException e) {
            dump = "không ghi được / not written: " + e;
        }
        LOG.error(
                "Không trả lời gì trong {}; tiến trình dừng với mã {}, ngăn xếp luồng: {} / no answer at all; the process"
                        + " ends, thread dump as named",
                settings.silence(),
                EXIT_CODE,
                dump);
    }

    /** Loads the classes of the dump, and shows at the start whether the folder can be written. */
    private void rehearse() {
        try {
            Path folder = Files.createTempDirectory(settings.dumps(), ".rehearsal-");
            Path file = ThreadDump.write(folder, clock.instant(), ThreadDump.MOST_BYTES);
            Files.delete(file);
            Files.delete(folder);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Không ghi được ngăn xếp luồng / a thread dump could not be written: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
