package vn.soto.edge.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import vn.soto.edge.start.StartRefusedException;

/** Refuses a start whose access log of personal data could not be written: names would be read without a trace. */
final class AccessLogCheck {

    AccessLogCheck(AccessLogSettings settings) {
        Path folder = settings.folder();
        if (folder != null) {
            check(folder);
        }
    }

    private static void check(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "Không ghi được nhật ký xem dữ liệu cá nhân vào " + folder
                            + ". / The access log of personal data cannot be written to " + folder + " ("
                            + e.getClass().getSimpleName() + ").",
                    "Đặt soto.access-log.folder là một thư mục ghi được. / Set soto.access-log.folder to a folder that"
                            + " the process may write to.",
                    e);
        }
    }
}
