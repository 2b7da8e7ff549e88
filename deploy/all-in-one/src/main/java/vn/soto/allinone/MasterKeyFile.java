package vn.soto.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import vn.soto.privacy.MasterKey;

/** Creates a master key in a file that only its owner may read. */
final class MasterKeyFile {

    private MasterKeyFile() {}

    /** Writes the whole file and syncs it, or writes none, before any key is wrapped under the master key. */
    static MasterKey create(Path file) {
        String text = MasterKey.freshText();
        try {
            Path unfinished = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "master",
                    ".unfinished",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text + "\n");
            sync(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.toAbsolutePath().resolveSibling(".").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("master key " + file, e);
        }
        return MasterKey.parse(text, file.toString());
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
