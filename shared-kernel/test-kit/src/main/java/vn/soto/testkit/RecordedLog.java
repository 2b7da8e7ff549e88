package vn.soto.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/**
 * Records what every logger of the process logs at a level or above, until it is closed. The log of a process is one for
 * all test classes, therefore only an {@link Isolated} class may record it: no other class runs meanwhile. A product that
 * an earlier class left open may still log: each answer is a copy. Nothing is written elsewhere meanwhile: frameworks log tens
 * of thousands of lines at the lowest levels.
 */
public final class RecordedLog implements AutoCloseable {

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    private RecordedLog(Level level) {
        appender.start();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.setLevel(level);
        root.addAppender(appender);
    }

    /** @throws IllegalStateException unless an isolated test class calls it */
    public static RecordedLog from(Level level) {
        boolean isolated = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.anyMatch(frame -> frame.getDeclaringClass().isAnnotationPresent(Isolated.class)));
        if (!isolated) {
            throw new IllegalStateException("a test class that records the log has to be @Isolated");
        }
        return new RecordedLog(level);
    }

    /** Everything logged so far, in the order in which it arrived. */
    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** The messages of one logger. */
    public List<String> messages(String logger) {
        return events().stream()
                .filter(event -> event.getLoggerName().equals(logger))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(before);
        others.forEach(root::addAppender);
    }
}
