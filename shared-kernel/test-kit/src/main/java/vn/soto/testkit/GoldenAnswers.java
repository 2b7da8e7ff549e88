package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.soto.ledger.Hash;

/**
 * The answers to all questions as hashes in a file, by question, moment, language and account. They are taken byte for
 * byte, but for the freshness and for hashes and ciphers, which depend on chance. With {@code -Dsoto.answers} the bytes
 * are kept in {@code target}, to be compared with those of another commit.
 */
public final class GoldenAnswers {

    /** Questions whose answers tell of the process that is asked, or of what was asked before, or are bytes of the ledger. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("/api/(live|leaves|personal-data-reads|refused-access|persons/[^/ ]+/file|me/file)");

    private static final Path WRITTEN = Path.of("target/golden-answers");
    private static final boolean WHOLE = System.getProperty("soto.answers") != null;
    private static final int DIGITS = 8;
    private static final int SHOWN = 20;
    private static final Pattern BY_CHANCE =
            Pattern.compile("\"freshness\":\\{(?:[^{}]|\\{[^{}]*})*},?|[0-9a-f]{64}|\"[A-Za-z0-9_-]{40,}\"");

    private final String module;
    private final Path file;
    private final Map<String, String> before;
    private final Map<String, String> now = new TreeMap<>();

    /**
     * @param module of the caller, such as {@code query-side/oversight}
     * @param file   name in the module's test resources
     */
    public GoldenAnswers(String module, String file) {
        this.module = module;
        // Wherever they run, tests run two folders below the top level.
        this.file = Path.of("..", "..", module, "src/test/resources", file);
        this.before = read(this.file);
    }

    /** Whether the answer to a question is kept. */
    public static boolean isKept(String address) {
        return !LEFT_OUT.matcher(address).lookingAt();
    }

    /**
     * @param question address, moment and language
     * @param account  one letter
     */
    public void told(String question, String account, int status, String answer) {
        if (isKept(question)) {
            String body = status + " " + BY_CHANCE.matcher(answer).replaceAll("");
            String key = question + " " + account;
            now.put(
                    key,
                    Hash.sha256(body.getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .substring(0, DIGITS));
            if (WHOLE) {
                keep(key, body);
            }
        }
    }

    /** @param all whether everything that the file may have was asked */
    public void check(Class<?> test, boolean all) {
        Set<String> keys = new TreeSet<>(now.keySet());
        if (all) {
            keys.addAll(before.keySet());
        }
        List<String> differing = keys.stream()
                .filter(key -> !now.getOrDefault(key, "").equals(before.getOrDefault(key, "")))
                .toList();
        if (GoldenList.RENEWING && !differing.isEmpty()) {
            write(all);
        }
        assertThat(differing.stream().limit(SHOWN))
                .as(
                        "%d answers differ. The commit that changes an answer says which and why; -Dsoto.answers writes the bytes to %s,"
                                + " here and in the commit before. With -Dsoto.long=true: %s",
                        differing.size(), WRITTEN.toAbsolutePath(), GoldenList.howToRenew(module, test))
                .isEmpty();
    }

    /** A line of a question ends with the accounts of each hash. */
    private static Map<String, String> read(Path file) {
        Map<String, String> hashes = new TreeMap<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                List<String> parts = List.of(line.split(" ", -1));
                String question = String.join(" ", parts.subList(0, 3));
                for (String each : parts.subList(3, parts.size())) {
                    String[] told = each.split(":", 2);
                    told[0].chars().forEach(account -> hashes.put(question + " " + (char) account, told[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    private void write(boolean all) {
        Map<String, String> hashes = new TreeMap<>(all ? Map.of() : before);
        hashes.putAll(now);
        Map<String, Map<String, String>> lines = new TreeMap<>();
        hashes.forEach((key, hash) -> lines.computeIfAbsent(
                        key.substring(0, key.lastIndexOf(' ')), question -> new TreeMap<>())
                .merge(hash, key.substring(key.length() - 1), String::concat));
        List<String> written = new ArrayList<>();
        lines.forEach((question, told) -> {
            StringBuilder line = new StringBuilder(question);
            told.forEach((hash, accounts) ->
                    line.append(' ').append(accounts).append(':').append(hash));
            written.add(line.toString());
        });
        try {
            Files.write(file, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(String key, String body) {
        try {
            Files.createDirectories(WRITTEN);
            Files.writeString(WRITTEN.resolve(key.replaceAll("[^A-Za-z0-9.=-]+", "_")), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
