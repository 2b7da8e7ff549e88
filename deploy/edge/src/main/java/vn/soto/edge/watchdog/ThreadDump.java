package vn.soto.edge.watchdog;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what every thread does to a file that only its owner can read: platform threads with their locks, then all
 * threads including virtual ones. It holds names of classes and threads, and no data.
 */
final class ThreadDump {

    static final long MOST_BYTES = 8L << 20;

    /** Number of dumps that are kept, so that a process which is started again and again fills no disk. */
    static final int KEPT = 5;

    private static final String PREFIX = "thread-dump-";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private ThreadDump() {}

    /** Returns the file. */
    static Path write(Path folder, Instant now, long mostBytes) throws IOException {
        Path file = folder.resolve(PREFIX + now.toString().replace(':', '-') + ".txt");
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(file, NEW, OWNER))) {
            long left = mostBytes - platformThreads(out, mostBytes);
            allThreads(folder, out, left);
        }
        removeOld(folder);
        return file;
    }

    private static long platformThreads(OutputStream out, long most) throws IOException {
        long written = 0;
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true, 256)) {
            byte[] text = thread.toString().getBytes(StandardCharsets.UTF_8);
            if (written + text.length > most) {
                break;
            }
            out.write(text);
            written += text.length;
        }
        return written;
    }

    /** The JDK writes to a file of its own, in a folder that nobody else enters. */
    private static void allThreads(Path folder, OutputStream out, long most) throws IOException {
        Path own = Files.createTempDirectory(folder, ".dump-");
        Path all = own.resolve("all");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(all.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            try (InputStream in = Files.newInputStream(all)) {
                out.write(in.readNBytes((int) Math.min(Math.max(0, most), MOST_BYTES)));
            }
        } finally {
            Files.deleteIfExists(all);
            Files.deleteIfExists(own);
        }
    }

    private static void removeOld(Path folder) throws IOException {
        List<Path> dumps;
        try (Stream<Path> files = Files.list(folder)) {
            dumps = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        }
        for (Path old : dumps.subList(Math.min(KEPT, dumps.size()), dumps.size())) {
            Files.deleteIfExists(old);
        }
    }
}
