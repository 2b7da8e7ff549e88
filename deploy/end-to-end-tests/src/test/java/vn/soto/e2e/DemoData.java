package vn.soto.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A data folder with the demo, which the product loads once; each test works on a copy. */
final class DemoData {

    private static final Path LOADED = load();

    private DemoData() {}

    private static Path load() {
        Path folder = Path.of("target", "e2e-demo").toAbsolutePath();
        try {
            delete(folder);
            try (AllInOne first = AllInOne.start(folder)) {
                first.address();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path copyTo(Path folder) {
        try (Stream<Path> files = Files.list(LOADED)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
