package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders below {@code target} that outlive a test class. */
public final class TargetFolder {

    private TargetFolder() {}

    /** Without the files of an earlier run. */
    public static Path emptied(String name) {
        Path folder = Path.of("target", name).toAbsolutePath();
        try {
            FileSystemUtils.deleteRecursively(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
