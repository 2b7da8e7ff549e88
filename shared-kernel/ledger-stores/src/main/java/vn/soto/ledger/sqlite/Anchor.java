package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;

/**
 * The last commit a ledger file is known to contain. SQLite opens a damaged write-ahead log without an error and
 * without its last commits; only this separate file reveals the loss. It has two lines of 160 characters, written
 * alternately so that one survives a torn write; each ends in its own SHA-256.
 */
public record Anchor(long number, Hash chain) {

    public static final int LINE = 160;

    /** {@code <ledger>.anchor}. */
    public static Path fileOf(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".anchor");
    }

    /**
     * The later of the two lines; empty if there is no file, or one that says nothing. Throws {@code Damaged} when neither line is whole, or
     * when there is more than two lines.
     */
    public static Optional<Anchor> read(Path ledger) {
        return readFile(fileOf(ledger));
    }

    /** As {@link #read}, of an anchor at a path of its own. */
    public static Optional<Anchor> readFile(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // By their places: of a line that was torn or lost not even the line feed need be left.
        Optional<Anchor> latest = IntStream.iterate(0, start -> start < text.length(), start -> start + LINE)
                .mapToObj(start -> text.substring(start, Math.min(start + LINE, text.length())))
                .flatMap(line -> Optional.ofNullable(parse(line.strip())).stream())
                .max(Comparator.comparingLong(Anchor::number));
        boolean tooLong = text.length() > 2 * LINE;
        if (tooLong || (latest.isEmpty() && !saysNothing(text))) {
            throw new LedgerException.Damaged(
                    "Tệp neo %s không đọc được. / The anchor file %s cannot be read.".formatted(file, file), null);
        }
        return latest;
    }

    /** Whether there is an anchor that says nothing: a loss of power can leave one that was just made empty, or zeros in its place. */
    public static boolean isEmpty(Path file) {
        try {
            return saysNothing(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysNothing(String text) {
        return text.chars().allMatch(each -> each == 0);
    }

    public Head head() {
        return new Head(number, chain);
    }

    /** One line, padded to {@link #LINE} bytes. */
    public byte[] line() {
        String content = number + " " + chain;
        String line = content + " " + sum(content);
        return String.format(Locale.ROOT, "%-" + (LINE - 1) + "s\n", line).getBytes(StandardCharsets.US_ASCII);
    }

    private static @Nullable Anchor parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[2].equals(sum(words[0] + " " + words[1]))) {
            return null;
        }
        return new Anchor(Long.parseLong(words[0]), Hash.parse(words[1]));
    }

    private static String sum(String content) {
        return Hash.sha256(content.getBytes(StandardCharsets.US_ASCII)).toString();
    }
}
