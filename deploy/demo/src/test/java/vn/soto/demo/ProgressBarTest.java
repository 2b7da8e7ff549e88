package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 9);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final DemoClock clock = new DemoClock();

    @Test
    void writesALineForEachTenthToALog() {
        load(new ProgressBar(out, false, clock));
        assertThat(text().lines()).hasSize(11).allMatch(line -> line.startsWith("demo: "));
        assertThat(text()).contains("demo:  50 % 1,000 of 2,000 commands, 2024-12-09, 100/s, 10 s left");
    }

    @Test
    void movesOneLineInATerminal() {
        load(new ProgressBar(out, true, clock));
        assertThat(text().lines().filter(line -> !line.isEmpty()).count()).isEqualTo(101);
        assertThat(text())
                .endsWith(
                        "\r[##############################] 100 % 2,000 of 2,000 commands, 2024-12-09, 100/s, 0 s left \n");
        assertThat(text().chars().filter(c -> c == '\n').count()).isEqualTo(1);
    }

    private void load(ProgressBar bar) {
        Instant start = clock.instant();
        for (int done = 1; done <= 2_000; done++) {
            clock.advanceTo(start.plusMillis(done * 10L));
            bar.reached(done, 2_000, DAY);
        }
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
