package vn.soto.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The results of a run, as Markdown: shown line by line while it goes on, kept for {@code results/<date>.md}. */
final class MarkdownReport {

    private final PrintStream out;
    private final StringBuilder text = new StringBuilder();
    private final List<String> bars = new ArrayList<>();

    MarkdownReport(PrintStream out) {
        this.out = out;
    }

    void line(String line) {
        out.println(line);
        text.append(line).append('\n');
    }

    void heading(String title) {
        line("");
        line("### " + title);
        line("");
    }

    void columns(String... names) {
        row(names);
        line("|" + "---|".repeat(names.length));
    }

    void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /** Progress that is not kept. */
    void note(String line) {
        out.println("    " + line);
    }

    /** Holds a measurement to what was asked of it. */
    void bar(String what, double measured, double asked, boolean atLeast, String unit) {
        boolean met = atLeast ? measured >= asked : measured <= asked;
        bars.add("| %s | %s %s %s | %s | %s |"
                .formatted(
                        what,
                        atLeast ? ">=" : "<=",
                        Spread.number(asked, asked == Math.rint(asked) ? 0 : 1),
                        unit,
                        Spread.number(measured, measured < 100 ? 2 : 0),
                        met ? "met" : "**missed**"));
    }

    void writeBars() {
        if (!bars.isEmpty()) {
            heading("Bars");
            columns("what", "asked", "measured", "");
            bars.forEach(this::line);
        }
    }

    /** Appends the report to {@code <day>.md} in the folder and begins that file with a title. */
    void appendToDay(Path folder, LocalDate day) throws IOException {
        Path file = Files.createDirectories(folder).resolve(day + ".md");
        String title = Files.exists(file) ? "" : "# Runs of " + day + "\n";
        Files.writeString(file, title + text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    String text() {
        return text.toString();
    }
}
