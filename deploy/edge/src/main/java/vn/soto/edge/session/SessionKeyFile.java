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
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.sqlite.OwnerFile;

/**
 * The keys of one process in a file that its owner alone may read, the newest first. A key signs for {@link #SIGNS}; it is
 * accepted for as long afterwards as a session lives, so that a new key signs nobody out. Removing the file signs everybody out.
 */
public final class SessionKeyFile implements SessionKeys {

    static final Duration SIGNS = Duration.ofDays(30);

    private final Path file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile List<SessionKey> keys;

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

    private synchronized SessionKey rotated() {
        if (keys.isEmpty() || isDue(keys.getFirst())) {
            Instant now = clock.instant();
            List<SessionKey> next = new ArrayList<>(List.of(SessionKey.fresh(random, now)));
            // Of those before, the newest signed until now.
            keys.stream().findFirst().ifPresent(next::add);
            write(next);
            keys = List.copyOf(next);
        }
        return keys.getFirst();
    }

    /** Whole or not at all. */
    private void write(List<SessionKey> next) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            OwnerFile.create(unfinished);
            Files.writeString(
                    unfinished, next.stream().map(key -> key.line() + "\n").collect(Collectors.joining()));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keys of sessions " + file, e);
        }
    }

    @Override
    public Optional<SessionKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
