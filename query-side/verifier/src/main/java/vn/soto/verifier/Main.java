package vn.soto.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WrongLedgerException;

/** {@code verify} and its kin, {@code backup}, {@code restore} and {@code backup-keys} from a shell, without the product. */
public final class Main {

    static final int GOOD = 0;
    static final int DAMAGED = 1;
    static final int NOT_DONE = 2;

    private static final String USAGE = """
            Cách dùng / Usage:
              verify FILE [--expect NUMBER:HASH] [--json]
                                                   kiểm tra sổ cái / check a ledger
              verify mongodb:DATABASE [--expect NUMBER:HASH] [--json]
                                                   trong MongoDB ở địa chỉ $SOTO_MONGODB_URI / in MongoDB at $SOTO_MONGODB_URI
              verify-rounds FILE                   tính lại điểm xét khen từ sổ / make the scores of rounds of recognition again
              verify-stipends FILE                 tính lại bảng kê chi từ sổ / compute stipend statements again
              verify-reads FILE                    kiểm tra sổ xem dữ liệu cá nhân / check the register of reads
              backup FILE DESTINATION              sao lưu, kể cả khi đang chạy / copy it, also while in use
              restore BACKUP FILE                  phục hồi / put a backup in its place
              backup-keys FILE DESTINATION         sao lưu kho khóa / copy the key store
            Mã thoát / Exit: 0 nguyên vẹn / sound, 1 hỏng hoặc bị sửa / damaged or altered, 2 không làm được / not done""";

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    /** Runs one command and returns the exit code; reports a failure on {@code err}. */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            command(arguments, environment, new LedgerReport(out, err)).run(arguments.subList(1, arguments.size()));
            return GOOD;
        } catch (LedgerException.Damaged e) {
            err.println("HỎNG HOẶC BỊ SỬA. / DAMAGED OR ALTERED.");
            err.println("  " + e.getMessage());
            return DAMAGED;
        } catch (ContentDiffersException e) {
            err.println(e.getMessage());
            return DAMAGED;
        } catch (UsageException e) {
            err.println(e.getMessage() + System.lineSeparator() + USAGE);
        } catch (FileAlreadyExistsException e) {
            err.println(
                    "Đã có tệp %1$s; không ghi đè. / File %1$s exists; nothing is overwritten.".formatted(e.getFile()));
        } catch (WrongLedgerException | LedgerException e) {
            err.println(e.getMessage());
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                err.println("  " + cause);
            }
        } catch (IOException | RuntimeException e) {
            err.println("Không làm được. / Not done: " + e);
        }
        return NOT_DONE;
    }

    private static ShellCommand command(List<String> arguments, Map<String, String> environment, LedgerReport report) {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "verify" -> new VerifyCommand(environment, report);
            case "verify-rounds" -> new VerifyRoundsCommand(report);
            case "verify-stipends" -> new VerifyStipendsCommand(report);
            case "verify-reads" -> new VerifyReadsCommand(report);
            case "backup" -> new BackupCommand(report);
            case "restore" -> new RestoreCommand(report);
            case "backup-keys" -> new BackupKeysCommand(report);
            default -> throw new UsageException("");
        };
    }
}
