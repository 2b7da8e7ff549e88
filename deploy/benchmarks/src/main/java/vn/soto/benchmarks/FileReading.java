package vn.soto.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.Table;
import vn.soto.plans.imports.table.TableLine;

/** Reads all cells of a file some times in this process and prints, for each time, how long it took and what it allocated. */
final class FileReading {

    static final String MARK = "read";

    private FileReading() {}

    public static void main(String[] arguments) throws IOException {
        Format format = Format.valueOf(arguments[0]);
        byte[] file = Files.readAllBytes(Path.of(arguments[1]));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int pass = 0; pass < Integer.parseInt(arguments[2]); pass++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            long cells = cells(format, file);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.println(MARK + " " + cells + " " + seconds + " "
                    + (threads.getCurrentThreadAllocatedBytes() - allocated) / 1e6 + " " + Child.peakMegabytes("self"));
        }
    }

    private static long cells(Format format, byte[] file) {
        try (Table table = format.open(file)) {
            long cells = table.header().size();
            for (Iterator<TableLine> lines = table.lines(); lines.hasNext(); ) {
                cells += lines.next().cells().size();
            }
            return cells;
        }
    }
}
