package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkdownReportIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;

    @Test
    void appendsTheRunsOfADayToOneFile() throws IOException {
        report("first").appendToDay(folder.resolve("results"), DAY);
        report("second").appendToDay(folder.resolve("results"), DAY);
        report("third").appendToDay(folder.resolve("results"), DAY.plusDays(1));

        assertThat(folder.resolve("results/2026-11-25.md")).hasContent("# Runs of 2026-11-25\nfirst\nsecond\n");
        assertThat(folder.resolve("results/2026-11-26.md")).hasContent("# Runs of 2026-11-26\nthird\n");
    }

    private static MarkdownReport report(String line) {
        MarkdownReport report =
                new MarkdownReport(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        report.line(line);
        return report;
    }
}
