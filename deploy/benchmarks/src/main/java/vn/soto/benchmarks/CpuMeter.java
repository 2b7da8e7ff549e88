package vn.soto.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Processor time used so far. */
@FunctionalInterface
interface CpuMeter {

    /** Linux counts processor time of other processes in hundredths of a second. */
    long NANOS_PER_TICK = 10_000_000;

    long nanos();

    static CpuMeter thisProcess() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system::getProcessCpuTime;
    }

    /**
     * Of the threads of this process whose names do not begin with one of these. The collector and the compilers are no such threads.
     */
    static CpuMeter threadsWithout(String... names) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return () -> Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && Stream.of(names).noneMatch(thread.getThreadName()::startsWith))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    /** The processor time of a process, its living children and its reaped ones. */
    static CpuMeter of(ProcessHandle process) {
        return () -> ticks(process, true)
                + process.descendants().mapToLong(child -> ticks(child, false)).sum();
    }

    default CpuMeter and(CpuMeter other) {
        return () -> nanos() + other.nanos();
    }

    private static long ticks(ProcessHandle process, boolean buried) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The second field is a name in brackets and may hold blanks; see proc(5).
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(fields)
                            .skip(11)
                            .limit(buried ? 4 : 2)
                            .mapToLong(Long::parseLong)
                            .sum()
                    * NANOS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }
}
