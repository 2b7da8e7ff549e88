package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** It sets a property of the whole process. */
@Isolated
final class NativeLibraryIT {

    private static final String PATH = "org.sqlite.lib.path";

    @TempDir
    Path folder;

    private @Nullable String before;

    @BeforeEach
    void clear() {
        before = System.clearProperty(PATH);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(PATH);
        } else {
            System.setProperty(PATH, before);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void isUnpackedOnceAndNamedToTheDriver() throws IOException {
        NativeLibrary.unpackInto(folder);
        assertThat(System.getProperty(PATH)).isEqualTo(folder.toString());
        Path library = files().getFirst();
        assertThat(Files.size(library)).isGreaterThan(100_000);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, longAgo);

        System.clearProperty(PATH);
        NativeLibrary.unpackInto(folder);

        assertThat(files()).containsExactly(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(longAgo);
    }

    @Test
    void isMadeAnewWhereItIsNotWholeOrOfAnotherVersion() throws IOException {
        NativeLibrary.unpackInto(folder);
        Path library = files().getFirst();
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, new byte[whole.length]);
        Files.write(folder.resolve("x.unfinished"), new byte[1]);

        System.clearProperty(PATH);
        NativeLibrary.unpackInto(folder);

        assertThat(library).hasBinaryContent(whole);
        assertThat(files()).containsExactly(library);
    }

    @Test
    void leavesThePlaceThatTheOperatorNamed() throws IOException {
        System.setProperty(PATH, "/opt/soto/native");
        NativeLibrary.unpackInto(folder);
        assertThat(System.getProperty(PATH)).isEqualTo("/opt/soto/native");
        assertThat(files()).isEmpty();
    }
}
