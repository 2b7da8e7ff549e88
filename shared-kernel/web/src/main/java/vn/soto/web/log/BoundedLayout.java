package vn.soto.web.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The layout of the general log. Each line is a {@link LogLine}. A failure has its stack trace once in a while, after
 * {@link FailureRepeats}; the number of its {@link FailureCause} is in each of its lines. A message has one line, except
 * those of Spring Boot about a failed start, which no request can cause.
 */
public final class BoundedLayout extends LayoutBase<ILoggingEvent> {

    private static final String START = "org.springframework.boot.diagnostics.";
    private static final int MOST_TRACE_LINES = 300;
    private static final int MOST_MESSAGE_LINES = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final FailureRepeats repeats = new FailureRepeats();

    @Override
    public String doLayout(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return failure == null ? message(event) : failure(event, failure);
    }

    private static String message(ILoggingEvent event) {
        if (!event.getLoggerName().startsWith(START)) {
            return LogLine.of(prefix(event) + event.getFormattedMessage());
        }
        return lines(prefix(event), List.of(event.getFormattedMessage().split("\n", MOST_MESSAGE_LINES)));
    }

    private String failure(ILoggingEvent event, IThrowableProxy failure) {
        FailureCause cause =
                failure instanceof ThrowableProxy real ? FailureCause.of(real.getThrowable()) : new FailureCause(0);
        return switch (repeats.next(cause, event.getTimeStamp())) {
            case FailureRepeats.Extent.Trace trace ->
                line(event, failure, cause, trace.leftOut()) + lines("  " + cause + " ", trace(failure));
            case FailureRepeats.Extent.Line line -> line(event, failure, cause, line.leftOut());
            case FailureRepeats.Extent.Nothing _ -> "";
        };
    }

    private static String line(ILoggingEvent event, IThrowableProxy failure, FailureCause cause, long leftOut) {
        String more = leftOut == 0 ? "" : " (+" + leftOut + ")";
        // The cause stands before the texts, which a request may have made long.
        return LogLine.of(prefix(event) + "[" + cause + "]" + more + " " + event.getFormattedMessage() + ": "
                + failure.getClassName() + ": " + failure.getMessage());
    }

    private static List<String> trace(IThrowableProxy failure) {
        return ThrowableProxyUtil.asString(failure)
                .lines()
                .limit(MOST_TRACE_LINES)
                .toList();
    }

    private static String lines(String prefix, List<String> texts) {
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> lines.append(LogLine.of(prefix + text)));
        return lines.toString();
    }

    private static String prefix(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return TIME.format(Instant.ofEpochMilli(event.getTimeStamp())) + " "
                + String.format(Locale.ROOT, "%-5s", event.getLevel()) + " "
                + logger.substring(logger.lastIndexOf('.') + 1) + ": ";
    }
}
