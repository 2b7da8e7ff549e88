package vn.soto.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders below {@code target} that outlive a test class. */
public final class DataFolder {

    private DataFolder() {}

    /** Without the files of an earlier run. */
    public static Path emptied(String name) {
        Path folder = Path.of("target", name).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
