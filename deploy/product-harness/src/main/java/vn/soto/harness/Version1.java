package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;

/** The data folder that version 1 left behind, see its {@code README.md}; each test works on a copy. */
public final class Version1 {

    /** The setting that names its ledger. */
    public static final String LEDGER = "--soto.ledger=phien-ban-1";

    private static final Path FOLDER = Program.root().resolve("deploy/end-to-end-tests/src/test/resources/version-1");
    private static final JsonMapper JSON = new JsonMapper();

    /** The rights that version 1 gave its files. */
    private static final Map<String, String> FILES = Map.of(
            "ledger.sqlite", "rw-r--r--",
            "ledger.sqlite.anchor", "rw-r--r--",
            "keys.sqlite", "rw-------",
            "master.key", "rw-------",
            "accounts", "rw-------");

    private Version1() {}

    /** The settings of a process on its ledger, and others. */
    public static String[] settings(String... more) {
        return Stream.concat(Stream.of(AllInOne.WITHOUT_DEMO, LEDGER), Stream.of(more))
                .toArray(String[]::new);
    }

    public static Path copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : FILES.keySet()) {
                copy(name, folder.resolve(name), FILES.getOrDefault(name, ""));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the key store of the day before the first erasure into place, as a restored backup. */
    public static void restoreKeys(Path folder) throws IOException {
        copy("keys-before-erasures.sqlite", folder.resolve("keys.sqlite"), "rw-------");
    }

    private static void copy(String name, Path to, String rights) throws IOException {
        Files.copy(FOLDER.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(rights));
    }

    /** The answers, by role and address. */
    public static JsonNode answers() {
        return read("answers.json");
    }

    public static String made(String what) {
        return read("made.json").get(what).asString();
    }

    public static List<Head> head() {
        String[] parts = made("head").split(":", -1);
        return List.of(new Head(Long.parseLong(parts[0]), Hash.parse(parts[1])));
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
