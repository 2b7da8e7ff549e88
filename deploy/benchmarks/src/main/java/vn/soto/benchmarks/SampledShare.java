package vn.soto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import vn.soto.benchmarks.ClosedLoop.Operation;

/** Samples of processor time that the flight recorder takes, which Linux alone has: how many of those that answer are below a package. */
record SampledShare(long samples, long below) {

    /** Fewer say too little: with so many, the standard deviation of a share of a sixth is three quarters of a percent. */
    private static final long FEWEST = 2_500;

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final String SAMPLE = "jdk.CPUTimeSample";

    /**
     * @param packageName of the classes whose part is asked for, with all that they call
     * @param client      beginning of the names of threads that ask, which are left out
     * @param work        repeated until there are enough samples
     */
    static SampledShare of(String packageName, String client, Operation work) throws Exception {
        SampledShare all = new SampledShare(0, 0);
        long begin = System.nanoTime();
        while (all.samples < FEWEST && System.nanoTime() - begin < LONGEST.toNanos()) {
            SampledShare found = once(packageName, client, work);
            all = new SampledShare(all.samples + found.samples, all.below + found.below);
        }
        return all;
    }

    private static SampledShare once(String packageName, String client, Operation work) throws Exception {
        Path file = Files.createTempFile("share", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).with("throttle", "2ms");
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return read(file, packageName, client);
        } finally {
            Files.delete(file);
        }
    }

    private static SampledShare read(Path file, String packageName, String client) throws IOException {
        long samples = 0;
        long below = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && !isOf(event, client)) {
                    samples++;
                    below += isBelow(event.getStackTrace(), packageName) ? 1 : 0;
                }
            }
        }
        return new SampledShare(samples, below);
    }

    private static boolean isOf(RecordedEvent event, String client) {
        return Optional.ofNullable((RecordedThread) event.getValue("eventThread"))
                .map(RecordedThread::getJavaName)
                .filter(name -> name.startsWith(client) || name.equals("main"))
                .isPresent();
    }

    private static boolean isBelow(RecordedStackTrace stack, String packageName) {
        return Stream.ofNullable(stack)
                .flatMap(known -> known.getFrames().stream())
                .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(packageName));
    }

    /** No number if there are too few samples even so, as where the recorder takes none; it meets no bar. */
    double percent() {
        return samples < FEWEST ? Double.NaN : 100.0 * below / samples;
    }
}
