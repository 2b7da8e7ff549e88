package vn.soto.edge.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.sqlite.OwnerFile;

/**
 * The keys of one process in a file that its owner alone may read, the newest first. A key signs for {@link #SIGNS}; it is
 * accepted for as long afterwards as a session lives, so that a new key signs nobody out. Removing the file signs everybody out.
 */
public final class SessionKeyFile implements SessionKeys {

    static final Duration SIGNS = Duration.ofDays(30);

    /** As long as a disk is full, a trial and a line in the log each hour are enough. */
    static final Duration BETWEEN_TRIALS = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(SessionKeyFile.class);

    private final Path file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile List<SessionKey> keys;
    private Instant again = Instant.MIN;

    private SessionKeyFile(Path file, Clock clock, List<SessionKey> keys) {
        this.file = file;
        this.clock = clock;
        this.keys = keys;
    }

    /** Opens the file; makes it, with a first key, if there is none or it is empty. */
    public static SessionKeyFile open(Path path, Clock clock) {
        Path file = path.toAbsolutePath();
        OwnerFile.restrict(file);
        SessionKeyFile opened = new SessionKeyFile(file, clock, read(file));
        opened.signing();
        return opened;
    }

    private static List<SessionKey> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(SessionKey::parse).toList()
                    : List.of();
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw refused("Tệp khóa phiên %1$s bị hỏng. / The file of session keys %1$s is damaged.", file, e);
        } catch (IOException e) {
            throw refused(
                    "Không đọc được tệp khóa phiên %1$s. / The file of session keys %1$s cannot be read.", file, e);
        }
    }

    private static StartRefusedException refused(String what, Path file, Exception cause) {
        return new StartRefusedException(
                what.formatted(file),
                "Để tiến trình đọc được tệp, hoặc chuyển tệp đi nơi khác: khi đó mọi người đăng nhập lại. / Let the process read the"
                        + " file, or move it away: then everybody signs in again.",
                cause);
    }

    @Override
    public SessionKey signing() {
        List<SessionKey> present = keys;
        return present.isEmpty() || isDue(present.getFirst()) ? rotated() : present.getFirst();
    }

    private boolean isDue(SessionKey newest) {
        return !clock.instant().isBefore(newest.made().plus(SIGNS));
    }

    /** A disk that takes no new key keeps the one before signing. */
    private synchronized SessionKey rotated() {
        Instant now = clock.instant();
        if (keys.isEmpty() || (isDue(keys.getFirst()) && !now.isBefore(again))) {
            List<SessionKey> next = new ArrayList<>(List.of(SessionKey.fresh(random, now)));
            // Of those before, the newest signed until now.
            keys.stream().findFirst().ifPresent(next::add);
            try {
                write(next);
                keys = List.copyOf(next);
            } catch (IOException e) {
                if (keys.isEmpty()) {
                    throw new UncheckedIOException("keys of sessions " + file, e);
                }
                LOG.warn(
                        "Chưa ghi được khóa phiên mới vào {}; khóa trước vẫn ký / the new session key is not written yet, the one before goes on signing: {}",
                        file,
                        e.toString());
                again = now.plus(BETWEEN_TRIALS);
            }
        }
        return keys.getFirst();
    }

    /** Whole or not at all. */
    private void write(List<SessionKey> next) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            OwnerFile.create(unfinished);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.writeString(
                unfinished, next.stream().map(key -> key.line() + "\n").collect(Collectors.joining()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Optional<SessionKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
