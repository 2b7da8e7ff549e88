package vn.soto.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerCheck;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.LedgerCheck;
import vn.soto.ledger.sqlite.SqliteBackup;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.privacy.sqlite.KeyBackup;

/** {@code verify}, {@code backup}, {@code restore} and {@code backup-keys} from a shell, without the product. */
public final class Main {

    static final int GOOD = 0;
    static final int DAMAGED = 1;
    static final int NOT_DONE = 2;

    private static final String USAGE = """
            Cách dùng / Usage:
              verify FILE [--expect NUMBER:HASH]   kiểm tra sổ cái / check a ledger
              verify mongodb:DATABASE [--expect NUMBER:HASH]
                                                   trong MongoDB ở địa chỉ $SOTO_MONGODB_URI / in MongoDB at $SOTO_MONGODB_URI
              backup FILE DESTINATION              sao lưu, kể cả khi đang chạy / copy it, also while in use
              restore BACKUP FILE                  phục hồi / put a backup in its place
              backup-keys FILE DESTINATION         sao lưu kho khóa / copy the key store
            Mã thoát / Exit: 0 nguyên vẹn / sound, 1 hỏng hoặc bị sửa / damaged or altered, 2 không làm được / not done""";

    private static final String SOUND = "Sổ cái nguyên vẹn. / The ledger is sound.";
    private static final String MONGODB = "mongodb:";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    private Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        return new Main(environment, out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        try {
            command(arguments);
            return GOOD;
        } catch (LedgerException.Damaged e) {
            err.println("HỎNG HOẶC BỊ SỬA. / DAMAGED OR ALTERED.");
            err.println("  " + e.getMessage());
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

    private void command(List<String> arguments) throws IOException {
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "verify" -> verify(arguments.subList(1, arguments.size()));
            case "backup" -> {
                List<Path> paths = two(arguments);
                Tail tail = SqliteBackup.backup(paths.getFirst(), paths.getLast(), progress());
                report("Đã sao lưu và kiểm tra. / Backed up and checked.", paths.getLast(), tail);
            }
            case "restore" -> restore(two(arguments));
            case "backup-keys" -> {
                List<Path> paths = two(arguments);
                long subjects = KeyBackup.copy(paths.getFirst(), paths.getLast());
                out.println("Đã sao lưu kho khóa: %1$d đối tượng. / Key store backed up: %1$d subjects."
                        .formatted(subjects));
            }
            default -> throw new UsageException("");
        }
    }

    private void verify(List<String> arguments) {
        List<Head> heads = new ArrayList<>();
        switch (arguments.size()) {
            case 1 -> {}
            case 3 -> {
                if (!arguments.get(1).equals("--expect")) {
                    throw new UsageException(arguments.get(1));
                }
                heads.add(head(arguments.get(2)));
            }
            default -> throw new UsageException("verify");
        }
        String place = arguments.getFirst();
        if (place.startsWith(MONGODB)) {
            verifyDatabase(place.substring(MONGODB.length()), heads);
        } else {
            Path file = path(place);
            Tail tail = LedgerCheck.of(file, heads, progress());
            report(SOUND, file, tail);
        }
        heads.forEach(head -> out.println("  như mong đợi / as expected:  " + head.number() + ":" + head.chain()));
    }

    /** The address comes from the environment: arguments are seen by everybody on the machine. */
    private void verifyDatabase(String name, List<Head> heads) {
        String uri = environment.get("SOTO_MONGODB_URI");
        if (uri == null || name.isEmpty()) {
            throw new UsageException("SOTO_MONGODB_URI");
        }
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(uri).build())) {
            MongoDatabase database = client.getDatabase(name);
            Tail tail = MongoLedgerCheck.of(database, heads, progress());
            report(SOUND, "MongoDB " + name, MongoLayout.originOf(database), tail);
        }
    }

    private void restore(List<Path> paths) throws IOException {
        Path ledger = paths.getLast();
        long known = anchored(ledger);
        Tail tail = SqliteBackup.restore(paths.getFirst(), ledger, progress());
        report("Đã phục hồi và kiểm tra. / Restored and checked.", ledger, tail);
        if (known > tail.number()) {
            out.println(
                    "  CHÚ Ý: mất các giao dịch %1$d-%2$d, ghi sau bản sao lưu. / NOTE: commits %1$d-%2$d, made after the backup, are lost."
                            .formatted(tail.number() + 1, known));
        }
    }

    /** The commit named by the old anchor; an unreadable anchor does not stop a restore. */
    private long anchored(Path ledger) {
        try {
            return Anchor.read(ledger).map(Anchor::number).orElse(0L);
        } catch (LedgerException.Damaged e) {
            err.println(e.getMessage());
            return 0;
        }
    }

    private void report(String what, Path file, Tail tail) {
        report(what, file.toString(), SqliteLedgerReader.originOf(file), tail);
    }

    private void report(String what, String place, String origin, Tail tail) {
        out.println(what);
        out.println("  tệp / file:                  " + place);
        out.println("  sổ / ledger:                 " + origin);
        out.println("  giao dịch / commits:         " + tail.number());
        out.println("  sự kiện / events:            " + tail.next());
        out.println("  đến lúc / recorded until:    " + tail.at());
        out.println("  mã chuỗi / head:             " + tail.number() + ":" + tail.chain());
    }

    private Consumer<Tail> progress() {
        return new ProgressPrinter(err);
    }

    private static Head head(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 2) {
                return new Head(Long.parseLong(parts[0]), Hash.parse(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(text + ": " + e.getMessage());
        }
        throw new UsageException(text);
    }

    private static List<Path> two(List<String> arguments) {
        if (arguments.size() != 3) {
            throw new UsageException(arguments.getFirst());
        }
        return List.of(path(arguments.get(1)), path(arguments.get(2)));
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath();
    }

    /** The arguments are missing or contradict each other. */
    private static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }
}
