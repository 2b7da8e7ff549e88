package vn.soto.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The access log of personal data and the general log, as the configuration of the product sets them up. */
final class FilesOfTheLogIT {

    @TempDir
    private Path folder;

    private final LoggerContext context = new LoggerContext();

    private LoggerContext configured() throws IOException, JoranException {
        String product = new String(
                Objects.requireNonNull(BoundedLayout.class.getResourceAsStream("/logback-spring.xml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        // Only Spring Boot knows this element; it defines the property from a setting.
        assertThat(product).contains("source=\"soto.access-log.folder\"");
        context.putProperty("access-folder", folder.resolve("access").toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(
                product.replaceFirst("<springProperty[^>]*/>", "").getBytes(StandardCharsets.UTF_8)));
        return context;
    }

    private void read(Logger logger, String at, String message) {
        LoggingEvent event = new LoggingEvent("fqcn", logger, Level.INFO, message, null, new Object[0]);
        event.setInstant(Instant.parse(at));
        logger.callAppenders(event);
    }

    @Test
    void haveEachTheirOwn() throws IOException, JoranException {
        Logger access = configured().getLogger("vn.soto.access");
        String longest = "read member:m-1 as officer by " + "x".repeat(2_000);
        read(access, "2026-07-01T16:59:59Z", longest);
        read(access, "2026-07-01T17:00:00Z", "read member:m-2 as officer by lan");
        read(context.getLogger("vn.soto.Other"), "2026-07-01T17:00:01Z", "other");
        context.stop();

        Path first = folder.resolve("access/access-2026-07-01.log");
        Path next = folder.resolve("access/access-2026-07-02.log");
        assertThat(first).as("no line is cut").hasContent("2026-07-01T16:59:59Z access: " + longest);
        assertThat(next).hasContent("2026-07-01T17:00:00Z access: read member:m-2 as officer by lan");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatWasTakenAwayIsMadeAnew() throws IOException, JoranException {
        Logger access = configured().getLogger("vn.soto.access");
        read(access, "2026-07-01T03:00:00Z", "one");
        Path file = folder.resolve("access/access-2026-07-01.log");
        AccessLogAppender appender = (AccessLogAppender) Objects.requireNonNull(access.getAppender("access"));
        Files.delete(file);
        assertThat(appender.writesTo(file)).isFalse();
        read(access, "2026-07-01T03:00:01Z", "two");
        assertThat(appender.writesTo(file)).isTrue();
        Files.move(file, folder.resolve("elsewhere"));
        Files.createFile(file);
        assertThat(appender.writesTo(file)).isFalse();
        read(access, "2026-07-01T03:00:02Z", "three");
        assertThat(appender.writesTo(file)).isTrue();
        context.stop();

        assertThat(file).hasContent("2026-07-01T03:00:02Z access: three");
    }

    @Test
    void aLineThatCannotBeWrittenIsToldUntilOneIs() throws IOException, JoranException {
        Logger access = configured().getLogger("vn.soto.access");
        AccessLogAppender appender = (AccessLogAppender) Objects.requireNonNull(access.getAppender("access"));
        Path inTheWay = folder.resolve("access/access-2026-07-01.log");
        Files.createDirectories(inTheWay);
        read(access, "2026-07-01T03:00:00Z", "one");
        assertThat(appender.isFailing()).isTrue();

        assertThat(appender.isFailing()).as("tried again").isTrue();

        Files.delete(inTheWay);
        assertThat(appender.isFailing()).isFalse();
        assertThat(inTheWay).hasContent("2026-07-01T03:00:00Z access: one");
        read(access, "2026-07-01T03:00:01Z", "two");
        context.stop();

        assertThat(inTheWay).hasContent("2026-07-01T03:00:00Z access: one\n2026-07-01T03:00:01Z access: two");
    }

    /** The thread of a request that was given up is interrupted, which closes the channel that it writes to. */
    @Test
    void aLineOfAnInterruptedThreadIsInItsFileAndSoAreTheNext() throws IOException, JoranException {
        Logger access = configured().getLogger("vn.soto.access");
        AccessLogAppender appender = (AccessLogAppender) Objects.requireNonNull(access.getAppender("access"));
        read(access, "2026-07-01T03:00:00Z", "one");
        Thread.currentThread().interrupt();
        read(access, "2026-07-01T03:00:01Z", "two");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(appender.isFailing()).isFalse();
        read(access, "2026-07-01T03:00:02Z", "three");
        context.stop();

        assertThat(folder.resolve("access/access-2026-07-01.log"))
                .content()
                .containsSubsequence("access: one\n", "access: two\n", "access: three\n");
    }

    @Test
    void anotherProcessGoesOnWhereTheLastOneStopped() throws IOException, JoranException {
        read(configured().getLogger("vn.soto.access"), "2026-07-01T03:00:00Z", "one");
        context.stop();
        Files.writeString(
                folder.resolve("access/access-2026-07-01.log"), "two\n", java.nio.file.StandardOpenOption.APPEND);
        read(configured().getLogger("vn.soto.access"), "2026-07-01T03:00:02Z", "three");
        context.stop();

        assertThat(folder.resolve("access/access-2026-07-01.log"))
                .hasContent("2026-07-01T03:00:00Z access: one\ntwo\n2026-07-01T03:00:02Z access: three");
    }

    @Test
    void theGeneralLogHasNoAccess() throws IOException, JoranException {
        Logger access = configured().getLogger("vn.soto.access");
        LoggingEvent event = new LoggingEvent("fqcn", access, Level.INFO, "read", null, new Object[0]);

        assertThat(Objects.requireNonNull(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                                .getAppender("general"))
                        .getFilterChainDecision(event))
                .isEqualTo(ch.qos.logback.core.spi.FilterReply.DENY);
        context.stop();
    }
}
