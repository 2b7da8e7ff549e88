package vn.soto.allinone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.OpenedFile;
import vn.soto.ledgerwriter.WrittenFile;
import vn.soto.web.log.AccessLogAppender;

/**
 * A file of the data folder that nothing looks after by writing it all the time.
 *
 * @param name       in health
 * @param vietnamese name in Vietnamese, such as {@code tệp tài khoản}
 * @param path       of the file that is used now
 * @param state      fault of the file itself; room on its disk is looked at for all
 */
record WatchedFile(
        String name, String vietnamese, String english, Supplier<Path> path, Supplier<Optional<WriteFault>> state) {

    /**
     * A store in SQLite.
     *
     * @param failing whether the last write failed and one would still fail; where the store tells it itself, never
     */
    static WatchedFile store(
            String name, String vietnamese, String english, OpenedFile opened, BooleanSupplier failing) {
        return new WatchedFile(
                name,
                vietnamese,
                english,
                opened::path,
                () -> of(opened)
                        .or(() -> failing.getAsBoolean() ? Optional.of(WriteFault.READ_ONLY) : Optional.empty()));
    }

    /** A store that checks its own place unasked; here only whether it can be written. */
    static WatchedFile asked(String name, String vietnamese, String english, Path path) {
        return asked(name, vietnamese, english, path, () -> {});
    }

    /** A store that checks its own place when asked; here only whether it can be written. */
    static WatchedFile asked(String name, String vietnamese, String english, Path path, Runnable ask) {
        OpenedFile opened = OpenedFile.of(path);
        return new WatchedFile(name, vietnamese, english, opened::path, () -> {
            ask.run();
            return opened.isWritable() ? Optional.empty() : Optional.of(WriteFault.READ_ONLY);
        });
    }

    /**
     * The anchor beside a store, from when it is made.
     *
     * @param failing whether it could not be written and still cannot
     */
    static WatchedFile anchor(String store, String vietnamese, String english, Path anchor, BooleanSupplier failing) {
        AtomicReference<@Nullable OpenedFile> seen = new AtomicReference<>();
        return new WatchedFile(
                store + "Anchor", "tệp neo của " + vietnamese, "anchor of the " + english, () -> anchor, () -> {
                    OpenedFile before = seen.get();
                    if (before == null) {
                        seen.set(Files.exists(anchor) ? OpenedFile.of(anchor) : null);
                        return Optional.empty();
                    }
                    return of(before)
                            .or(() -> failing.getAsBoolean() ? Optional.of(WriteFault.READ_ONLY) : Optional.empty());
                });
    }

    private static Optional<WriteFault> of(OpenedFile opened) {
        if (!opened.isInPlace()) {
            return Optional.of(WriteFault.FILE_REPLACED);
        }
        return opened.isWritable() ? Optional.empty() : Optional.of(WriteFault.READ_ONLY);
    }

    /** A file that was read at the start and never changes. */
    static WatchedFile constant(String name, String vietnamese, String english, Path path) {
        Optional<byte[]> read = content(path);
        return new WatchedFile(name, vietnamese, english, () -> path, () -> {
            Optional<byte[]> now = content(path);
            if (now.isEmpty()) {
                return Optional.of(WriteFault.OTHER);
            }
            return Arrays.equals(read.orElse(now.get()), now.get())
                    ? Optional.empty()
                    : Optional.of(WriteFault.FILE_REPLACED);
        });
    }

    /** Empty if it cannot be read; no bytes if it is not there. */
    private static Optional<byte[]> content(Path path) {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Optional.of(new byte[0]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Today's file of the access log, which is made with its first line, and anew with the next one after it was taken away.
     *
     * @param failing whether the last line could not be written
     * @param writes  whether lines go to the file that stands at a path now
     */
    static WatchedFile accessLog(Path folder, Clock clock, BooleanSupplier failing, Predicate<Path> writes) {
        AtomicReference<@Nullable OpenedFile> seen = new AtomicReference<>();
        Supplier<Path> today = () -> AccessLogAppender.fileOf(folder, clock.instant());
        return new WatchedFile("accessLog", "nhật ký xem dữ liệu cá nhân", "access log of personal data", today, () -> {
            if (failing.getAsBoolean()) {
                return Optional.of(WriteFault.READ_ONLY);
            }
            OpenedFile before = seen.get();
            if (before == null || !before.path().equals(today.get().toAbsolutePath())) {
                seen.set(Files.exists(today.get()) ? OpenedFile.of(today.get()) : null);
                return Optional.empty();
            }
            Optional<WriteFault> found = of(before);
            if (found.isPresent() && !before.isInPlace() && writes.test(today.get())) {
                seen.set(OpenedFile.of(today.get())); // This look still tells it, the next one finds the new file.
            }
            return found;
        });
    }

    Optional<WriteFault> look() {
        Optional<WriteFault> found = state.get();
        return found.isEmpty() && WrittenFile.isFull(path.get().toAbsolutePath().resolveSibling("."))
                ? Optional.of(WriteFault.DISK_FULL)
                : found;
    }

    String message(WriteFault fault) {
        String what = switch (fault) {
            case DISK_FULL -> "ở trên ổ đĩa đã đầy; hãy giải phóng ổ đĩa / is on a full disk; free space";
            case READ_ONLY ->
                "không ghi được; hãy xem lại quyền ghi và ổ đĩa / cannot be written; look at its permissions and its disk";
            case OTHER -> "không đọc được / cannot be read";
            default ->
                "đã bị xóa, thay hoặc cắt khi chương trình đang chạy; hãy đặt lại đúng tệp / was deleted, replaced or cut while the"
                        + " product ran; put the right file back";
        };
        String[] languages = what.split(" / ", -1);
        return "%1$s %2$s %3$s. / The %4$s %2$s %5$s."
                .formatted(capital(vietnamese), path.get(), languages[0], english, languages[1]);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
