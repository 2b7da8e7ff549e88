package vn.soto.web.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Writes the access log of personal data: a file {@code access-<day>.log} for each day of Vietnam's calendar, for its
 * owner alone, in a folder of its own; without a folder, standard output. Lines have the form {@code <instant> access:
 * <message>}; none is cut or left out. A line that cannot be written to its file goes to standard error.
 */
public final class AccessLogAppender extends AppenderBase<ILoggingEvent> {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration TOLD = Duration.ofSeconds(30);

    private @Nullable Path folder;
    private @Nullable LocalDate day;
    private @Nullable OutputStream file;
    private @Nullable Object identity;

    private volatile @Nullable Long failed;

    /** The folder, from the configuration of the log; a blank value is none. */
    public void setFolder(@Nullable String folder) {
        this.folder = folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    /** {@code AppenderBase} calls it under the appender's lock. */
    @Override
    protected void append(ILoggingEvent event) {
        Instant at = Instant.ofEpochMilli(event.getTimeStamp());
        byte[] line = (at + " access: " + event.getFormattedMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        if (folder == null) {
            System.out.write(line, 0, line.length);
            System.out.flush();
            return;
        }
        try {
            OutputStream today = of(folder, LocalDate.ofInstant(at, VIETNAM));
            today.write(line);
            today.flush();
            failed = null;
        } catch (IOException e) {
            failed = System.nanoTime();
            addError("access log in " + folder, e);
            System.err.write(line, 0, line.length);
            System.err.flush();
        }
    }

    /** Whether the last line could not be written to its file, in the last half minute: until the next name is shown, nothing else tells that it can be. */
    public boolean isFailing() {
        Long last = failed;
        return last != null && System.nanoTime() - last < TOLD.toNanos();
    }

    /** The one that the product's log is configured with; missing under another configuration. */
    public static Optional<AccessLogAppender> configured() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext log
                        && log.getLogger("vn.soto.access").getAppender("access") instanceof AccessLogAppender appender
                ? Optional.of(appender)
                : Optional.empty();
    }

    /** The file of a moment's day. */
    public static Path fileOf(Path folder, Instant at) {
        return fileOf(folder, LocalDate.ofInstant(at, VIETNAM));
    }

    private static Path fileOf(Path folder, LocalDate day) {
        return folder.resolve("access-" + day + ".log");
    }

    /** What stands at the path now; null if nothing does, or the file system tells no file from another. */
    private static @Nullable Object identity(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** A file that was taken away is made anew, so that no line goes where nobody finds it. */
    private OutputStream of(Path place, LocalDate wanted) throws IOException {
        OutputStream current = file;
        Path path = fileOf(place, wanted);
        if (current != null && wanted.equals(day) && Files.exists(path) && Objects.equals(identity, identity(path))) {
            return current;
        }
        close();
        Files.createDirectories(
                place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        OutputStream opened = Channels.newOutputStream(Files.newByteChannel(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        file = opened;
        day = wanted;
        identity = identity(path);
        return opened;
    }

    private void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    @Override
    public void stop() {
        super.stop();
        try {
            close();
        } catch (IOException e) {
            addError("access log", e);
        }
    }
}
