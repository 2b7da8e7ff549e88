package vn.soto.command.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.command.dispatch.MachineCommands.Outcome;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.LedgerException;

/**
 * The way out if two persons are not left: a file with lines {@code confirm <name>} or {@code end <name>}. It lies in a
 * folder that only operators of the machine enter. The process takes it in while it runs and at a start, and leaves
 * beside it what became of each line. A file that the ledger does not take now stays for later.
 */
public final class OperatorFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorFile.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** In bytes; longer files are no commands. */
    private static final int LONGEST = 10_000;

    private final Path file;
    private final Function<String, Optional<AccountId>> logins;
    private final MachineCommands machine;
    /** The results of the lines of a file that is still there: they are not done again. */
    private final Map<String, String> done = new HashMap<>();

    private final CountDownLatch closed = new CountDownLatch(1);

    private OperatorFile(Path file, Function<String, Optional<AccountId>> logins, MachineCommands machine) {
        this.file = file;
        this.logins = logins;
        this.machine = machine;
    }

    /** @param logins accounts by what they sign in with, where that is another name */
    public static OperatorFile watch(Path file, Function<String, Optional<AccountId>> logins, MachineCommands machine) {
        OperatorFile watched = new OperatorFile(file, logins, machine);
        Thread.ofPlatform().name("operator-file").daemon().start(watched::run);
        return watched;
    }

    /** Without a thread of its own. */
    public static OperatorFile of(Path file, Function<String, Optional<AccountId>> logins, MachineCommands machine) {
        return new OperatorFile(file, logins, machine);
    }

    private void run() {
        boolean open = true;
        while (open) {
            try {
                take();
            } catch (LedgerException | IOException e) {
                LOG.warn("{}: chưa làm được, sẽ thử lại / not done yet, it is tried again: {}", file, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{}: chưa làm được, sẽ thử lại / not done yet, it is tried again", file, e);
            }
            open = !isClosedSoon();
        }
    }

    private boolean isClosedSoon() {
        try {
            return closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Does what the file says, if there is one. A line that was done before is not done again. */
    public void take() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        // Whoever watches a folder that takes no results would do the lines again and again.
        Files.write(unfinished, List.of(), StandardCharsets.UTF_8);
        List<String> results = new ArrayList<>();
        if (Files.size(file) > LONGEST) {
            results.add("tệp quá dài / the file is too long");
        } else {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    results.add(line.strip() + ": " + done.computeIfAbsent(line.strip(), this::result));
                }
            }
        }
        results.forEach(result -> LOG.warn("{}: {}", file, result));
        Files.write(unfinished, results, StandardCharsets.UTF_8);
        Files.move(unfinished, results(), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(file);
        done.clear();
    }

    private Path results() {
        return file.resolveSibling(file.getFileName() + ".done");
    }

    private String result(String line) {
        String[] words = line.split("\\s+", 2);
        AccountId account = words.length < 2 ? null : named(words[1]);
        if (account == null) {
            return "không có tài khoản này / there is no such account";
        }
        return switch (words[0]) {
            case "confirm" -> text(machine.confirm(account));
            case "end" -> text(machine.endRightsToApprove(account));
            default -> "không hiểu lệnh; viết confirm hoặc end / unknown; write confirm or end";
        };
    }

    /** By its login name, or by its name in the ledger; not by one that is both, of two accounts. */
    private @Nullable AccountId named(String name) {
        Optional<AccountId> local = logins.apply(name);
        if (local.isPresent()) {
            return local.get().value().equals(name) || !machine.knows(name) ? local.get() : null;
        }
        return AccountId.isWellFormed(name) ? new AccountId(name) : null;
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> "đã ghi vào sổ / recorded in the ledger";
            case RECORDED_BEFORE -> "đã ghi từ trước / recorded before";
            case NOT_KNOWN -> "sổ chưa biết tài khoản này / the ledger knows nothing of the account";
            case LAST_ADMINISTRATOR ->
                "là quản trị viên cuối cùng của toàn bộ nên phải giữ lại / the last administrator of the whole remains";
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
