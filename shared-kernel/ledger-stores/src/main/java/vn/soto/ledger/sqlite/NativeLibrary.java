package vn.soto.ledger.sqlite;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite, unpacked once into a folder. By itself the driver unpacks a copy into the temporary folder at
 * each start, and a process that is killed leaves it there.
 */
public final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /**
     * Unpacks the library if the folder does not hold exactly it, and has the driver load it from there. Does nothing if the
     * operator named a place. To be called before the first connection of the process.
     *
     * @param folder one that nobody but this process's user can write
     */
    public static void unpackInto(Path folder) throws IOException {
        if (System.getProperty(PATH) != null || System.getProperty(TEMPORARY) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        byte[] library = packed(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        Path file = folder.resolve(name);
        if (!holds(file, library)) {
            Files.createDirectories(folder);
            removeUnfinished(folder);
            Path unfinished = Files.createTempFile(folder, name, ".unfinished");
            Files.copy(new ByteArrayInputStream(library), unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        System.setProperty(PATH, folder.toAbsolutePath().toString());
    }

    private static byte[] packed(String resource) throws IOException {
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new FileNotFoundException(resource);
            }
            return packed.readAllBytes();
        }
    }

    private static boolean holds(Path file, byte[] library) throws IOException {
        try {
            return Files.size(file) == library.length && Arrays.equals(Files.readAllBytes(file), library);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void removeUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.filter(file -> file.toString().endsWith(".unfinished"))
                    .toList();
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }
}
