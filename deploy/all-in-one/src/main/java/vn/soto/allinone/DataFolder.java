package vn.soto.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The data folder, created with access for its owner only. */
record DataFolder(Path path) {

    static DataFolder ensure(Path path) {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new DataFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + path, e);
        }
    }
}
