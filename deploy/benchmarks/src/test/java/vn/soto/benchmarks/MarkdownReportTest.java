package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {

    private final MarkdownReport report =
            new MarkdownReport(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    @Test
    void writesTables() {
        report.columns("a", "b");
        report.row("1", "2");

        assertThat(report.text()).isEqualTo("| a | b |\n|---|---|\n| 1 | 2 |\n");
    }

    @Test
    void tellsBarsMetFromBarsMissed() {
        report.bar("fast", 4.2, 4, true, "x");
        report.bar("slow", 120, 100, false, "ms");
        report.writeBars();

        assertThat(report.text())
                .contains("| fast | >= 4 x | 4.20 | met |\n")
                .contains("| slow | <= 100 ms | 120 | **missed** |\n");
    }

    @Test
    void keepsNoNotes() {
        report.note("warming up");

        assertThat(report.text()).isEmpty();
    }
}
