package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated
final class IsolatedRecordedLogTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> console = new ListAppender<>();

    @BeforeEach
    void listen() {
        console.start();
        root.addAppender(console);
    }

    @AfterEach
    void stop() {
        root.detachAppender(console);
    }

    @Test
    void hasTheLogToItselfUntilItIsClosed() {
        try (RecordedLog log = RecordedLog.from(Level.TRACE)) {
            root.trace("recorded");

            assertThat(log.messages(root.getName())).containsExactly("recorded");
        }
        root.error("afterwards");

        assertThat(root.getLevel()).isEqualTo(before);
        assertThat(console.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("afterwards");
    }
}
