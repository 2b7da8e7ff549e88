package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.soto.harness.AllInOne;
import vn.soto.testkit.Await;

/**
 * A disk and a clock that fail as a test says, by a library between one product and the C library
 * ({@code src/test/native/faults.c}). The controls are a page of memory that both map; its layout stands in that file.
 */
final class FaultyHost {

    /** Of {@code errno.h} on Linux. */
    static final int INPUT_OUTPUT_ERROR = 5;

    static final int NO_SPACE = 28;

    private static final Path SOURCE = Path.of("src", "test", "native", "faults.c");
    private static final Path LIBRARY = Path.of("target", "faults.so").toAbsolutePath();
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int CLOCK_OFFSET = 0;
    private static final int SYNC_ERROR = 8;
    private static final int WRITE_ERROR = 16;
    private static final int HOLD_SYNCS = 24;
    private static final int FAILED_SYNCS = 32;
    private static final int HELD_SYNCS = 40;
    private static final int FAILED_WRITES = 48;
    private static final int FILE = 64;
    private static final int LONGEST_NAME = 127;
    private static final int READ_ERROR = 192;
    private static final int FAILED_READS = 200;
    private static final int PAGE = 4_096;

    private static final Duration HANG = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private final Path page;
    private final MappedByteBuffer controls;

    private FaultyHost(Path page, MappedByteBuffer controls) {
        this.page = page;
        this.controls = controls;
    }

    /** Without any fault yet. Skips the test, and says so, where there is no C compiler. */
    static FaultyHost in(Path folder) {
        skipUnless(compiled(), "faults of disk and clock; there is no C compiler (cc)");
        Path page = folder.resolve("faults.page");
        try (FileChannel channel =
                FileChannel.open(page, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new FaultyHost(page, channel.map(MapMode.READ_WRITE, 0, PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void skipUnless(boolean possible, String what) {
        if (!possible) {
            System.out.println("SKIPPED: " + what);
        }
        assumeTrue(possible, what);
    }

    private static synchronized boolean compiled() {
        try {
            Path made = Files.createTempFile(LIBRARY.getParent(), "faults", ".so");
            Process compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O2", "-o", made.toString(), SOURCE.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(compiler.waitFor()).as(said).isZero();
            Files.move(made, LIBRARY, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    AllInOne start(Path data, String... settings) {
        return AllInOne.start(
                List.of("/usr/bin/env", "LD_PRELOAD=" + LIBRARY, "SOTO_FAULTS=" + page), List.of(), data, settings);
    }

    /** From now on every sync of the file fails, and the kernel is not asked. */
    void failSyncsOf(String file) {
        set(SYNC_ERROR, 0);
        name(file);
        set(SYNC_ERROR, INPUT_OUTPUT_ERROR);
    }

    /** From now on every write to the file is refused; after {@link #NO_SPACE} no file system has room, either. */
    void failWritesTo(String file, int error) {
        set(WRITE_ERROR, 0);
        name(file);
        set(WRITE_ERROR, error);
    }

    /** From now on every read of the file is refused. */
    void failReadsOf(String file) {
        set(READ_ERROR, 0);
        name(file);
        set(READ_ERROR, INPUT_OUTPUT_ERROR);
    }

    /** From now on every sync of the file waits until {@link #recover}. */
    void holdSyncsOf(String file) {
        set(HOLD_SYNCS, 0);
        name(file);
        set(HOLD_SYNCS, 1);
    }

    /** The disk works again, and waiting syncs go on; the clock stays as it is. */
    void recover() {
        set(SYNC_ERROR, 0);
        set(WRITE_ERROR, 0);
        set(READ_ERROR, 0);
        set(HOLD_SYNCS, 0);
    }

    /** The time of day of the product is as far from this process's; zero sets it right. */
    void moveClock(Duration offset) {
        set(CLOCK_OFFSET, offset.toNanos());
    }

    long failedSyncs() {
        return get(FAILED_SYNCS);
    }

    long failedReads() {
        return get(FAILED_READS);
    }

    /** Waits until a write was refused, since the start. */
    void awaitFailedWrites() {
        Await.until("a write is refused", () -> failedWrites() > 0);
    }

    long failedWrites() {
        return get(FAILED_WRITES);
    }

    /** Waits until as many syncs were held, from the start. */
    void awaitHeldSyncs(long count) {
        long begun = System.nanoTime();
        while (get(HELD_SYNCS) < count) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("syncs held: %d of %d", get(HELD_SYNCS), count)
                    .isLessThan(HANG);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    long heldSyncs() {
        return get(HELD_SYNCS);
    }

    private void name(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSizeLessThanOrEqualTo(LONGEST_NAME);
        byte[] field = new byte[LONGEST_NAME + 1];
        System.arraycopy(bytes, 0, field, 0, bytes.length);
        controls.put(FILE, field);
    }

    private void set(int field, long value) {
        LONG.setVolatile(controls, field, value);
    }

    private long get(int field) {
        return (long) LONG.getVolatile(controls, field);
    }
}
