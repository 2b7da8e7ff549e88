package vn.soto.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is logged, a line is short and alone; a failure has its stack trace once. */
final class BoundedLayoutTest {

    private final LoggerContext context = new LoggerContext();
    private final BoundedLayout layout = new BoundedLayout();
    private Instant now = Instant.parse("2026-07-01T03:00:00Z");

    private String logged(String message, @Nullable Throwable failure) {
        return logged("vn.soto.Something", message, failure);
    }

    private String logged(String logger, String message, @Nullable Throwable failure) {
        LoggingEvent event =
                new LoggingEvent("fqcn", context.getLogger(logger), Level.ERROR, message, failure, new Object[0]);
        event.setInstant(now);
        return layout.doLayout(event);
    }

    private static void assertLines(String logged) {
        assertThat(logged).endsWith("\n");
        assertThat(logged.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length < LogLine.BYTES);
    }

    @Test
    void aShortMessageIsALine() {
        assertThat(logged("Nghe tại / listens at 1", null))
                .matches("\\d{4}-.* ERROR Something: Nghe tại / listens at 1\n");
    }

    @Test
    void aLongOneIsCutBetweenCharacters() {
        for (String part : List.of("x", "ộ", "🙂")) {
            for (int length : List.of(900, 1_000, 1_024, 100_000)) {
                String line = logged(part.repeat(length), null);
                assertLines(line);
                assertThat(line.lines()).hasSize(1);
                assertThat(line).doesNotContain("\ufffd", "?");
            }
            assertThat(logged(part.repeat(2_000), null)).contains("…");
        }
    }

    @Test
    void aMessageCannotForgeALine() {
        String forged = logged("a\r\n2026-07-01 09:12:44 INFO  b\u2028c\u202ed\u001b[2Je\u0085f", null);
        assertThat(forged.lines()).hasSize(1);
        assertThat(forged).contains("a??2026").doesNotContain("\u2028", "\u202e", "\u001b", "\u0085");
    }

    @Test
    void aReportOfAFailedStartKeepsItsLines() {
        String report = logged(
                "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
                "\n***\nAPPLICATION FAILED\n" + "x".repeat(5_000),
                null);
        assertThat(report.lines().count()).isEqualTo(4);
        assertLines(report);
    }

    @Test
    void aFailureHasItsTraceOnceAndItsCauseInEveryLine() {
        RuntimeException failure = failure("x".repeat(5_000));
        String cause = FailureCause.of(failure).toString();

        String first = logged("GET /api failed", failure);
        assertLines(first);
        assertThat(first)
                .contains(
                        "[" + cause + "] GET /api failed",
                        "java.lang.IllegalStateException",
                        "BoundedLayoutTest.failure");
        assertThat(first.lines().count()).isGreaterThan(3);

        String second = logged("GET /api failed", failure("another text"));
        assertLines(second);
        assertThat(second.lines()).hasSize(1);
        assertThat(second).contains("[" + cause + "]", "another text");
    }

    @Test
    void aFloodOfOneFailureIsCutOffAndCounted() {
        long lines = 0;
        for (int i = 0; i < 10_000; i++) {
            lines += logged("failed", failure("f")).lines().count();
        }
        assertThat(lines).isLessThan(FailureRepeats.MOST_LINES + 310);

        now = now.plus(FailureRepeats.WINDOW);
        assertThat(logged("failed", failure("f")))
                .contains("(+" + (10_000 - 1 - FailureRepeats.MOST_LINES) + ")", "BoundedLayoutTest.failure");
    }

    @Test
    void manyDifferentFailuresHaveFewTraces() {
        FailureRepeats repeats = new FailureRepeats();
        long traces = 0;
        for (int number = 0; number < 5_000; number++) {
            if (repeats.next(new FailureCause(number), 0) instanceof FailureRepeats.Extent.Trace) {
                traces++;
            }
        }
        assertThat(traces).isEqualTo(FailureRepeats.MOST_TRACES);
        assertThat(repeats.next(new FailureCause(-1), Duration.ofMinutes(10).toMillis()))
                .isInstanceOf(FailureRepeats.Extent.Trace.class);
    }

    private static IllegalStateException failure(String message) {
        return failure(message, 5);
    }

    /** Its topmost frames are the same, whoever calls. */
    private static IllegalStateException failure(String message, int deep) {
        return deep == 0 ? new IllegalStateException(message) : failure(message, deep - 1);
    }
}
