package vn.soto.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import vn.soto.contracts.shared.VietnamTime;

/**
 * A data folder with the demo, which a packaged product loads for all tests that need it, those in a browser too; each works
 * on a copy. It is loaded once a day, because the demo ends with yesterday.
 */
public final class DemoData {

    private static final Path FOLDER = ofToday();

    /** The classes this first product used, as later ones map them into memory instead of loading them. */
    private static final Path CLASSES = FOLDER.resolve("classes.jsa");

    private static final Path LOADED = FOLDER.resolve("data");

    static {
        if (Files.notExists(FOLDER)) {
            load();
        }
    }

    private DemoData() {}

    private static Path ofToday() {
        String name = "e2e-demo-" + Program.identity("soto.jar") + "-" + LocalDate.now(VietnamTime.ZONE);
        return Program.root()
                .resolve("deploy/end-to-end-tests/target")
                .resolve(name)
                .toAbsolutePath()
                .normalize();
    }

    /** The folder has its name when it is complete. Those of other builds go. */
    private static void load() {
        try {
            Path folder = FOLDER.resolveSibling("e2e-demo-loading");
            try (Stream<Path> others = Files.list(FOLDER.getParent())) {
                for (Path other : others.filter(DemoData::isOne).toList()) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
            Files.createDirectories(folder);
            Path classes = folder.resolve(CLASSES.getFileName());
            try (AllInOne first = AllInOne.start(
                    List.of(), List.of("-XX:ArchiveClassesAtExit=" + classes), folder.resolve(LOADED.getFileName()))) {
                first.address();
            }
            Files.move(folder, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOne(Path file) {
        return file.getFileName().toString().startsWith("e2e-demo-");
    }

    static Path classes() {
        return CLASSES;
    }

    static Path accounts() {
        return LOADED.resolve("accounts");
    }

    public static Path copyTo(Path folder) {
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
