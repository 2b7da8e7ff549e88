package vn.soto.ledgerwriter.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptTextFolderIT extends KeptTextsContract {

    @TempDir
    private Path data;

    @Override
    KeptTexts texts() {
        return new KeptTextFolder(data.resolve("kept"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("kept"))) {
            return files.toList();
        }
    }

    @Test
    void aFileIsItsOwnersAloneAndIsGoneWhenItEnded() throws IOException {
        Instant until = Instant.parse("2026-09-19T02:30:00Z");
        texts().keep(new KeptText(new UUID(1, 1), "lan", until, "một"));

        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.toString()).doesNotContain("lan");
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        });
        texts().removeEnded(until);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAnotherProgramPutThereIsLeft() throws IOException {
        Path other = Files.createDirectories(data.resolve("kept")).resolve("readme.txt");
        Files.writeString(other, "x");

        texts().removeEnded(Instant.MAX);

        assertThat(other).exists();
    }
}
