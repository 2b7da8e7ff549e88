package vn.soto.ledgerwriter.kept;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OwnerFile;

/**
 * Texts as files of one folder, for its owner alone. The name of a file has its end, a digest of the account and
 * the id. So a file that has ended is found without being read. No other process uses the folder.
 */
public record KeptTextFolder(Path folder) implements KeptTexts {

    private static final Pattern NAME = Pattern.compile("(\\d{1,12})\\.([0-9a-f]{64})\\.([0-9a-f-]{36})");
    private static final String UNFINISHED = ".unfinished";
    private static final Duration SOON = Duration.ofSeconds(2);

    /** @param owner digest of the account */
    private record NamedFile(Path file, Instant until, String owner, UUID id) {

        static Optional<NamedFile> of(Path file) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            return name.matches()
                    ? Optional.of(new NamedFile(
                            file,
                            Instant.ofEpochSecond(Long.parseLong(name.group(1))),
                            name.group(2),
                            UUID.fromString(name.group(3))))
                    : Optional.empty();
        }
    }

    /** An action on files. */
    @FunctionalInterface
    private interface OnFiles<T> {

        T done() throws IOException;
    }

    @Override
    public synchronized void keep(KeptText text) {
        var _ = available(() -> {
            Files.createDirectories(folder);
            String owner = digest(text.owner());
            Path unfinished = folder.resolve(text.id() + UNFINISHED);
            Files.deleteIfExists(unfinished);
            OwnerFile.create(unfinished);
            Files.writeString(unfinished, text.text());
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Path file = folder.resolve("%d.%s.%s".formatted(text.until().getEpochSecond(), owner, text.id()));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            delete(each -> each.id.equals(text.id()) && !each.file.equals(file));
            return file;
        });
    }

    @Override
    public synchronized List<KeptText> of(String owner, Instant now) {
        String digest = digest(owner);
        return available(() -> {
            List<NamedFile> mine = files().stream()
                    .filter(each -> each.owner.equals(digest) && each.until.isAfter(now))
                    .sorted(Comparator.comparing(NamedFile::until).thenComparing(NamedFile::id))
                    .toList();
            Stream.Builder<KeptText> texts = Stream.builder();
            for (NamedFile each : mine) {
                texts.add(new KeptText(
                        each.id, owner, each.until, new String(Files.readAllBytes(each.file), StandardCharsets.UTF_8)));
            }
            return texts.build().toList();
        });
    }

    @Override
    public synchronized void remove(UUID id, String owner) {
        String digest = digest(owner);
        var _ = available(() -> delete(each -> each.id.equals(id) && each.owner.equals(digest)));
    }

    @Override
    public synchronized void removeEnded(Instant now) {
        var _ = available(() -> delete(each -> !each.until.isAfter(now)));
    }

    private boolean delete(Predicate<NamedFile> which) throws IOException {
        boolean any = false;
        for (NamedFile each : files()) {
            any |= which.test(each) && Files.deleteIfExists(each.file);
        }
        return any;
    }

    private List<NamedFile> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(file -> NamedFile.of(file).stream()).toList();
        } catch (NoSuchFileException nothingKeptYet) {
            return List.of();
        }
    }

    private static String digest(String owner) {
        return Hash.sha256(owner.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static <T> T available(OnFiles<T> action) {
        try {
            return action.done();
        } catch (IOException e) {
            throw new LedgerException.Unavailable(
                    "Không dùng được thư mục các dòng để lại. / The folder of rows left out cannot be used: "
                            + e.getMessage(),
                    SOON,
                    e);
        }
    }
}
