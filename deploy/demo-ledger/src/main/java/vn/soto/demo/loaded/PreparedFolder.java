package vn.soto.demo.loaded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Folders that take long to make: each is made once for all modules' tests, by the process that needs it first. */
public final class PreparedFolder {

    private static final Path TARGET = Path.of(System.getProperty("soto.root", "../.."))
            .resolve("deploy/demo-ledger/target")
            .toAbsolutePath()
            .normalize();

    private PreparedFolder() {}

    /**
     * The folder of a kind, which has its name when it is complete. Those of other identities are deleted. A lock of a file keeps
     * other processes away, but no other thread.
     *
     * @param identity of what it is made from
     * @param maker    fills the folder that it is given
     */
    public static synchronized Path of(String kind, String identity, Consumer<Path> maker) {
        Path folder = TARGET.resolve(kind + "-" + identity);
        try {
            Files.createDirectories(TARGET);
            try (FileChannel file = FileChannel.open(
                            TARGET.resolve(kind + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = file.lock()) {
                if (Files.notExists(folder)) {
                    for (Path other : folders(kind)) {
                        FileSystemUtils.deleteRecursively(other);
                    }
                    Path unfinished = Files.createDirectories(TARGET.resolve(kind + "-unfinished"));
                    maker.accept(unfinished);
                    Files.move(unfinished, folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders(String kind) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /** Copies the files of a folder, which holds no other. */
    public static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
