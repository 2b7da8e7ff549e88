package vn.soto.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A data folder with the demo, which the product loads once; each test works on a copy. */
final class DemoData {

    /** The classes this first product used, as later ones map them into memory instead of loading them. */
    private static final Path CLASSES = Path.of("target", "e2e-classes.jsa").toAbsolutePath();

    private static final Path LOADED = load();

    private DemoData() {}

    private static Path load() {
        Path folder = DataFolder.emptied("e2e-demo");
        try (AllInOne first = AllInOne.start(List.of(), List.of("-XX:ArchiveClassesAtExit=" + CLASSES), folder)) {
            first.address();
        }
        return folder;
    }

    static Path classes() {
        return CLASSES;
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
}
