package vn.soto.ledgerwriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.SqliteFailure;

/**
 * A file of SQLite that this process alone writes. This is the one place that tells the meaning of a failed write and
 * the remedy of an operator.
 *
 * @param vietnamese name in Vietnamese, such as {@code sổ cái}
 */
public record WrittenFile(Path path, String vietnamese, String english, Duration retryAfter) {

    /** Less than this is no room: SQLite adds pages, a log and an index of it. */
    private static final long NO_ROOM = 256 * 1024;

    public static WrittenFile ledger(Path path, Duration retryAfter) {
        return new WrittenFile(path, "sổ cái", "ledger", retryAfter);
    }

    public static WrittenFile keys(Path path, Duration retryAfter) {
        return new WrittenFile(path, "kho khóa", "key store", retryAfter);
    }

    /** The write-ahead log beside it. */
    public Path log() {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    /** A failed write; nothing was written. */
    public LedgerException notWritten(Exception failure) {
        WriteFault fault = fault(failure);
        String message = message(fault, failure);
        return fault.isFinal()
                ? new LedgerException.Damaged(message, fault, failure)
                : new LedgerException.Unavailable(message, fault, retryAfter, failure);
    }

    /** A read found that the file contradicts itself. */
    public LedgerException damaged(Exception failure) {
        return new LedgerException.Damaged(message(WriteFault.DAMAGED, failure), failure);
    }

    /** A failed write of which it is unknown whether it took effect. */
    public LedgerException uncertain(Exception failure) {
        WriteFault fault = fault(failure);
        return new LedgerException.Uncertain(
                "Không rõ lần ghi đã vào sổ hay chưa. / It is unknown whether the commit was written. "
                        + message(fault, failure),
                fault,
                failure);
    }

    /** By result codes, never by texts; where a code says only that something failed, the disk and the file are asked. */
    private WriteFault fault(Exception failure) {
        SqliteFailure meaning = failure instanceof SQLException sql ? SqliteFailure.of(sql, path) : SqliteFailure.OTHER;
        return switch (meaning) {
            case DISK_FULL -> WriteFault.DISK_FULL;
            case NOT_SYNCED -> WriteFault.DISK_FAILED;
            case READ_ONLY -> WriteFault.READ_ONLY;
            case MOVED -> WriteFault.FILE_REPLACED;
            case DAMAGED -> WriteFault.DAMAGED;
            case CONSTRAINT -> WriteFault.OTHER;
            case NOT_WRITTEN, OTHER -> asked();
        };
    }

    private WriteFault asked() {
        if (isFull(folder())) {
            return WriteFault.DISK_FULL;
        }
        return isReadOnly() ? WriteFault.READ_ONLY : WriteFault.OTHER;
    }

    /** Whether the disk of a folder has no room; of a folder that cannot be asked it is not said. */
    public static boolean isFull(Path folder) {
        // One system call; what the other way of asking costs is reading the list of all mounted disks.
        if (folder.toFile().getUsableSpace() >= NO_ROOM) {
            return false;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < NO_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isReadOnly() {
        return !Files.isWritable(folder()) || (Files.exists(path) && !Files.isWritable(path));
    }

    private Path folder() {
        return path.resolveSibling(".").normalize();
    }

    private String message(WriteFault fault, Exception failure) {
        return switch (fault) {
            case DISK_FULL -> """
                    Ổ đĩa của %1$s %3$s đã đầy; chưa ghi gì. Hãy giải phóng ổ đĩa; không cần khởi động lại. \
                    / The disk of the %2$s %3$s is full; nothing was written. Free space; no restart is needed.""".formatted(vietnamese, english, path);
            case DISK_FAILED -> """
                    Ổ đĩa của %1$s %3$s không xác nhận đã lưu; không ghi gì nữa. Hãy kiểm tra ổ đĩa rồi khởi động lại. \
                    / The disk of the %2$s %3$s did not confirm a sync; nothing more is written. Check the disk, then start \
                    again.""".formatted(vietnamese, english, path);
            case READ_ONLY -> """
                    Tệp %1$s %3$s chỉ đọc được; chưa ghi gì. Hãy cho chương trình quyền ghi tệp và thư mục của nó. \
                    / The file of the %2$s %3$s is read-only; nothing was written. Let the product write it and its folder.""".formatted(vietnamese, english, path);
            case DAMAGED -> """
                    Tệp %1$s %3$s bị hỏng; không ghi gì nữa. Hãy dừng chương trình, sao chép cả thư mục dữ liệu, rồi phục hồi \
                    bản sao lưu. / The file of the %2$s %3$s is damaged; nothing more is written. Stop the product, copy the \
                    data folder away, then restore the backup.""".formatted(vietnamese, english, path);
            case FILE_REPLACED, CLOCK_BEHIND, CLOCK_AHEAD, KEY_DAMAGED, STORE_UNREACHABLE, ACCESS_DENIED, OTHER ->
                "Không ghi được %1$s %3$s. / The %2$s %3$s cannot be written: %4$s"
                        .formatted(vietnamese, english, path, failure.getMessage());
        };
    }

    /**
     * Nothing more is written: this process has another file open than the one at the path.
     *
     * @param saved copy with all acknowledged data; absent if it could not be saved
     */
    public LedgerException.Damaged replaced(Optional<Path> saved, @Nullable Exception failure) {
        String where = saved.map(place -> """
                        Mọi dữ liệu đã xác nhận đang ở %1$s. Hãy dừng chương trình, sao chép cả thư mục dữ liệu rồi khởi động lại. \
                        / All that was acknowledged is in %1$s. Stop the product, copy the data folder away, start again.""".formatted(place)).orElse("""
                        Dữ liệu chưa được cứu: ĐỪNG dừng chương trình trước khi sao chép các tệp nó đang mở. \
                        / Its data is not saved: do NOT stop the product before you copied the files it has open.""");
        return new LedgerException.Damaged(
                """
                Tệp %1$s %3$s, hoặc tệp -wal của nó, đã bị xóa, thay, cắt hoặc ghi đè khi chương trình đang chạy; không ghi gì nữa. \
                / The file of the %2$s %3$s, or its -wal, was deleted, replaced, cut or written over while the product ran; nothing more is \
                written.""".formatted(vietnamese, english, path) + " " + where, WriteFault.FILE_REPLACED, failure);
    }
}
