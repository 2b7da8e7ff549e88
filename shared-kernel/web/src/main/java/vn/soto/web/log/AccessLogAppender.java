package vn.soto.web.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Writes the access log of personal data. Each day of Vietnam's calendar has a file {@code access-<day>.log}, for its
 * owner alone, in a folder of its own. Without a folder the log goes to standard output. Lines have the form
 * {@code <instant> access: <message>}; none is cut or left out. A line that cannot be written to its file goes to
 * standard error.
 */
public final class AccessLogAppender extends AppenderBase<ILoggingEvent> {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private @Nullable Path folder;
    private @Nullable LocalDate day;
    private @Nullable OutputStream file;
    private @Nullable Object identity;

    /** The last line, if it is not in its file. */
    private @Nullable Line unwritten;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(LocalDate day, byte[] text) {}

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
            write(folder, new Line(LocalDate.ofInstant(at, VIETNAM), line));
        } catch (IOException e) {
            addError("access log in " + folder, e);
            System.err.write(line, 0, line.length);
            System.err.flush();
        }
    }

    private void write(Path place, Line line) throws IOException {
        unwritten = line;
        try {
            OutputStream file = of(place, line.day());
            file.write(line.text());
            file.flush();
        } catch (ClosedChannelException e) {
            // The thread of a request that was given up is interrupted, which closes the channel it writes to.
            close();
            throw e;
        }
        unwritten = null;
    }

    /** Whether the last line cannot be written to its file, which is tried again here: the next one may be long in coming. */
    public synchronized boolean isFailing() {
        Line line = unwritten;
        if (line != null && folder != null) {
            try {
                write(folder, line);
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    /** Whether lines of today go to the file that stands at this path now. */
    public synchronized boolean writesTo(Path path) {
        return file != null
                && folder != null
                && day != null
                && path.equals(fileOf(folder, day))
                && Files.exists(path)
                && Objects.equals(identity, identity(path));
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

    /** The file that stands at the path now; null if there is none, or the file system tells no file from another. */
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
