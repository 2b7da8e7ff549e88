package vn.soto.edge.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watchdog over a port that answers or does not; ending is recorded instead of done. */
@Tag("threads")
final class WatchdogIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T03:20:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
    private final SignsOfLife signs = new SignsOfLife();

    /** Ticks every millisecond. A clock that does not move finds every tick in time, however busy the machine is. */
    private Watchdog over(ServerSocket server) {
        return new Watchdog(
                new WatchdogSettings(true, Duration.ofMillis(SilenceCounter.TICKS), folder),
                signs,
                () -> new InetSocketAddress(server.getInetAddress(), server.getLocalPort()),
                CLOCK,
                () -> 0,
                ended::add);
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void endsAProcessThatAnswersNothingAndLeavesADump() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Thread hanging = Thread.ofPlatform().name("hanging").start(() -> {
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread virtual = Thread.ofVirtual().name("hanging-virtually").start(() -> {
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (ServerSocket silent = server()) {
            Watchdog watchdog = over(silent);
            watchdog.start();

            assertThat(ended.poll(2, TimeUnit.MINUTES)).isEqualTo(70);

            watchdog.stop();
        } finally {
            hold.countDown();
            hanging.join();
            virtual.join();
        }
        Path dump = folder.resolve("thread-dump-2026-07-01T03-20-00Z.txt");
        assertThat(Files.getPosixFilePermissions(dump)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(dump))
                .contains("\"hanging\"", "hanging-virtually", "WatchdogIT")
                .hasSizeLessThan((int) ThreadDump.MOST_BYTES);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing else is left").containsExactly(dump);
        }
    }

    /** Any answer counts, even a refusal; the server closes each connection. */
    @Test
    void takesEveryAnswerOfThePortAsASignOfLife() throws Exception {
        CountDownLatch often = new CountDownLatch(5);
        try (ServerSocket answering = server()) {
            Thread.ofPlatform().daemon().start(() -> answer(answering, often));
            Runnable probe = new LivenessProbe(
                    new InetSocketAddress(answering.getInetAddress(), answering.getLocalPort()),
                    Duration.ofMinutes(2),
                    signs::add);
            for (int i = 0; i < 5; i++) {
                probe.run();
            }
            assertThat(often.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(signs.count()).isEqualTo(5);
        }
    }

    private static void answer(ServerSocket server, CountDownLatch often) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write("HTTP/1.1 429 x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                often.countDown();
            } catch (IOException e) {
                // The client, or the server, has gone.
            }
        }
    }

    @Test
    void isBoundedInSizeAndNumber() throws IOException {
        for (int i = 0; i < ThreadDump.KEPT + 3; i++) {
            ThreadDump.write(folder, CLOCK.instant().plusSeconds(i), 2_000);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> dumps = files.sorted().toList();
            assertThat(dumps).hasSize(ThreadDump.KEPT);
            assertThat(dumps.getLast()).hasFileName("thread-dump-2026-07-01T03-20-07Z.txt");
            for (Path dump : dumps) {
                assertThat(Files.size(dump)).isLessThanOrEqualTo(2_000);
            }
        }
    }

    @Test
    void reachesAnAddressOfAllInterfacesAtLoopback() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertThat(Watchdog.OwnAddress.of(null, 80).getAddress()).isEqualTo(loopback);
        assertThat(Watchdog.OwnAddress.of(InetAddress.getByName("0.0.0.0"), 80).getAddress())
                .isEqualTo(loopback);
        assertThat(Watchdog.OwnAddress.of(InetAddress.getByName("192.0.2.1"), 80)
                        .getAddress())
                .isEqualTo(InetAddress.getByName("192.0.2.1"));
    }
}
