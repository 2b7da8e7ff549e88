package vn.soto.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Shows a load: a bar that moves in a terminal, a plain line for every tenth elsewhere. */
public final class ProgressBar implements DemoProgress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private final Instant start;
    private long shown = -1;

    /** @param clock real time, for speed and time left; not the simulated one */
    public ProgressBar(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** A bar if the process talks to a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null still where the JDK comes without its line editor
    public static ProgressBar onConsole(Clock clock) {
        var console = System.console();
        return new ProgressBar(System.out, console != null && console.isTerminal(), clock);
    }

    @Override
    public void reached(long done, long total, LocalDate day) {
        long percent = done * 100 / total;
        long step = terminal ? percent : percent / 10 * 10;
        if (step == shown) {
            return;
        }
        shown = step;
        String line = line(done, total, day);
        if (terminal) {
            out.printf("\r[%s] %3d %% %s", bar(percent), percent, line);
        } else {
            out.printf("demo: %3d %% %s%n", percent, line);
        }
        if (terminal && done == total) {
            out.println();
        }
        out.flush();
    }

    private String line(long done, long total, LocalDate day) {
        double seconds = Math.max(1e-3, Duration.between(start, clock.instant()).toMillis() / 1e3);
        double perSecond = done / seconds;
        return String.format(
                Locale.ROOT,
                "%,d of %,d commands, %s, %,.0f/s, %.0f s left ",
                done,
                total,
                day,
                perSecond,
                (total - done) / perSecond);
    }

    private static String bar(long percent) {
        int full = (int) (percent * WIDTH / 100);
        return "#".repeat(full) + ".".repeat(WIDTH - full);
    }
}
