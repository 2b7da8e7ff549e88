package vn.soto.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.sqlite.NativeLibrary;

/** The data folder, created with access for its owner only. */
record DataFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    /** SQLite needs it to open its files. */
    private static final long ROOM = 1 << 20;

    static DataFolder ensure(Path path) {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            requireRoom(path);
            unpackLibrary(path.resolve("native"));
            return new DataFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + path, e);
        }
    }

    /** Without it the driver unpacks one into the temporary folder. */
    private static void unpackLibrary(Path folder) {
        try {
            NativeLibrary.unpackInto(folder);
        } catch (IOException e) {
            LOG.warn("Không giải nén được thư viện vào {} / the library was not unpacked: {}", folder, e.toString());
        }
    }

    private static void requireRoom(Path path) throws IOException {
        Path folder = path.toAbsolutePath();
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < ROOM) {
            throw new StartRefusedException(
                    "Ổ đĩa của thư mục dữ liệu %1$s đã đầy (còn %2$d byte). / The disk of the data folder %1$s is full (%2$d bytes left)."
                            .formatted(folder, room),
                    "Hãy giải phóng ổ đĩa rồi khởi động lại. / Free space, then start again.",
                    null);
        }
    }
}
