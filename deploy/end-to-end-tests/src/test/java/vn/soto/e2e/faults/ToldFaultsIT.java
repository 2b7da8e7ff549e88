package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.testkit.Await;
import vn.soto.web.log.AccessLogAppender;

/**
 * When writes fail or a file is damaged, health says so, the answer and the log say what is wrong, and nothing
 * acknowledged is lost.
 */
@Tag("processes")
@Tag("long")
final class ToldFaultsIT {

    private static final Duration BACKWARD = Duration.ofHours(-1);
    private static final int PAGE = 4_096;
    private static final String REQUESTER = "Phạm Văn Hải";

    @TempDir
    private Path folder;

    @AutoClose
    private FaultyProduct faulty;

    @BeforeEach
    void start() {
        faulty = new FaultyProduct(folder);
    }

    /**
     * Cause: the disk is full, and then the machine's clock is set back an hour. Expected: each is told by its name, health
     * is down, reads go on, and when it is over writing goes on without a start.
     */
    @Test
    void aFullDiskAndABackwardClockAreToldAndPass() {
        faulty.host().failWritesTo(FaultyProduct.LOG, FaultyHost.NO_SPACE);
        faulty.assertRefused(faulty.help(), "disk-full");
        assertThat(faulty.host().failedWrites()).isPositive();
        faulty.assertHealth("DOWN");
        faulty.assertReads();
        faulty.host().recover();
        faulty.recorded(faulty.help());
        faulty.awaitHealth("UP");

        faulty.host().moveClock(BACKWARD);
        faulty.assertRefused(faulty.help(), "clock-behind");
        faulty.assertHealth("DOWN");
        faulty.assertReads();
        faulty.host().moveClock(Duration.ZERO);
        faulty.recorded(faulty.help());
        faulty.awaitHealth("UP");
        faulty.assertNothingLost();
    }

    /**
     * Cause: the disk under the accounts is full. Expected: health names them, and people sign in. A lock is refused
     * and leaves nothing, nor in the ledger, also while its writes fail for another reason. Afterwards the next lock is
     * taken, and a start keeps it.
     */
    @Test
    void aFullDiskUnderTheAccountsIsToldAndPasses() {
        faulty.host().failWritesTo("accounts.sqlite-wal", FaultyHost.NO_SPACE);
        faulty.awaitHealthOfFile("accounts", "disk-full");
        HttpResponse<String> refused = lockMember();
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("urn:soto:problem:accounts-unwritable");
        assertThat(faulty.host().failedWrites()).isPositive();
        assertThat(signIn("member").statusCode()).isEqualTo(200);
        assertThat(faulty.running().get("member", "/api/units").statusCode()).isEqualTo(200);

        faulty.host().recover();
        faulty.awaitHealth("UP");
        faulty.host().failWritesTo("accounts.sqlite-wal", FaultyHost.INPUT_OUTPUT_ERROR);
        assertThat(lockMember().statusCode()).isEqualTo(503);
        faulty.awaitHealthOfFile("accounts", "ledger-read-only");
        faulty.host().recover();
        faulty.awaitHealth("UP");
        assertThat(lockMember().statusCode()).isEqualTo(200);
        faulty.killAndStart();
        assertThat(faulty.running().get("member", "/api/units").statusCode()).isEqualTo(401);
        faulty.assertNothingLostBeside("account.locked", 1);
    }

    private HttpResponse<String> lockMember() {
        return faulty.running().post("administrator", "/api/local-accounts/member/lock", "{}");
    }

    private HttpResponse<String> signIn(String account) {
        return faulty.running()
                .post(
                        "",
                        "/sign-in",
                        "{\"account\":\"%s\",\"password\":\"%s\"}"
                                .formatted(account, faulty.running().password(account)));
    }

    /**
     * Cause: the disk under the access log is full. Expected: health names it, and the line about a name that was read
     * is in the output of the process. Afterwards it is in its file, and the next one.
     */
    @Test
    void aFullDiskUnderTheAccessLogIsToldAndNoLineIsLost() throws IOException {
        SentCommand request = request();
        faulty.recorded(request);
        faulty.running().awaitCaughtUp();
        Path log = AccessLogAppender.fileOf(faulty.data().resolve("access"), Instant.now());
        assertThat(requester(request)).isEqualTo(REQUESTER);
        assertThat(log).content().hasLineCount(1);

        faulty.host().failWritesTo(log.getFileName().toString(), FaultyHost.NO_SPACE);
        faulty.awaitHealthOfFile("accessLog", "disk-full");
        assertThat(requester(request)).isEqualTo(REQUESTER);
        assertThat(faulty.host().failedWrites()).isPositive();
        Await.until("the line in the output", () -> faulty.running().output().contains(" access: read request:"));
        assertThat(log).content().hasLineCount(1);

        faulty.host().recover();
        faulty.awaitHealth("UP");
        assertThat(log).content().hasLineCount(2);
        assertThat(requester(request)).isEqualTo(REQUESTER);
        assertThat(log).content().hasLineCount(3);

        faulty.host().failWritesTo(log.getFileName().toString(), FaultyHost.INPUT_OUTPUT_ERROR);
        assertThat(requester(request)).isEqualTo(REQUESTER);
        faulty.awaitHealthOfFile("accessLog", "ledger-read-only");
        faulty.host().recover();
        faulty.awaitHealth("UP");
        assertThat(log).content().hasLineCount(4);
    }

    private String requester(SentCommand request) {
        return faulty.running()
                .json("leader", "/api/requests/" + request.id())
                .at("/answer/requesterName")
                .asString();
    }

    private static SentCommand request() {
        return SentCommand.of("member", "receive-request", "/api/requests", """
                {"unit":"kp-1","source":"HOTLINE","topics":["VNEID"],"receivedOn":"2024-11-05",\
                "requesterName":"%s","phone":"0274 3822 333"}""".formatted(REQUESTER));
    }

    /**
     * Cause: the clock jumps an hour ahead, an operator confirms it all the same, and it is set right. Expected:
     * nothing is recorded until it is back or confirmed, nor before the last commit, which keeps its time. Once the
     * time has come, writing goes on.
     */
    @Test
    void aClockThatJumpsAheadIsTold() {
        faulty.host().moveClock(BACKWARD.negated());
        faulty.assertRefused(faulty.help(), "clock-ahead");
        faulty.assertHealth("DOWN");
        faulty.host().moveClock(Duration.ZERO);
        faulty.recorded(faulty.help());
        faulty.awaitHealth("UP");

        faulty.host().moveClock(BACKWARD.negated());
        faulty.assertRefused(faulty.help(), "clock-ahead");
        assertThat(faulty.running().post("administrator", "/actuator/clock", "").statusCode())
                .isEqualTo(200);
        faulty.recorded(faulty.help());
        faulty.host().moveClock(Duration.ZERO);
        faulty.assertRefused(faulty.help(), "clock-behind");
        faulty.assertHealth("DOWN");
        faulty.host().moveClock(BACKWARD.negated());
        faulty.recorded(faulty.help());
        faulty.assertNothingLost();
    }

    /**
     * Cause: {@code -wal} is deleted under the running product. Expected: from then on no acknowledgement that the files in
     * place do not keep, and health is down.
     */
    @Test
    void aLogDeletedUnderTheRunningProductIsTold() throws IOException {
        Files.delete(faulty.data().resolve(FaultyProduct.LOG));
        for (SentCommand help : faulty.helps(3)) {
            assertThat(faulty.attempt(help).statusCode()).isEqualTo(503);
        }
        faulty.assertHealth("DOWN");

        faulty.killAndStart();
        faulty.recorded(faulty.help());
        faulty.assertNothingLost();
    }

    /**
     * Cause: a page of an index is overwritten. Expected: the start finds it before anything is written, ends, and says what to
     * do.
     */
    @Test
    void aDamagedIndexRefusesTheStart() throws IOException, SQLException {
        faulty.running().close();
        overwritePage(faulty.data().resolve(FaultyProduct.LEDGER), "commands");

        assertThat(faulty.refusedStart())
                .contains("bị hỏng; không ghi gì nữa", "is damaged; nothing more is written", "restore the backup");
    }

    private static void overwritePage(Path ledger, String index) throws IOException, SQLException {
        long page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + index + "'")) {
            page = row.getLong(1);
        }
        byte[] garbage = new byte[PAGE];
        Arrays.fill(garbage, (byte) 0x5A);
        try (RandomAccessFile file = new RandomAccessFile(ledger.toFile(), "rw")) {
            file.seek((page - 1) * PAGE);
            file.write(garbage);
        }
    }

    /** Cause: there is no room for a new ledger. Expected: the start says that the disk is full, and what is to be done. */
    @Test
    void aFirstStartOnAFullDiskSaysSo() throws IOException {
        faulty.running().close();
        for (String file : List.of(FaultyProduct.LEDGER, FaultyProduct.LEDGER + ".anchor")) {
            Files.move(faulty.data().resolve(file), folder.resolve(file));
        }
        faulty.host().failWritesTo(FaultyProduct.LEDGER, FaultyHost.NO_SPACE);

        assertThat(faulty.refusedStart()).contains("đã đầy", "is full");
    }

    /** Cause: the ledger's file is read-only. Expected: the start says so in one line and names the file. */
    @Test
    void aReadOnlyLedgerIsNamedInOneLine() throws IOException {
        faulty.running().close();
        Path ledger = faulty.data().resolve(FaultyProduct.LEDGER);
        FaultyHost.skipUnless(
                runs("mount", "--bind", ledger, ledger) && runs("mount", "-o", "remount,ro,bind", ledger),
                "a read-only file; there is no right to mount one");
        try {
            assertThat(faulty.refusedStart().lines())
                    .anyMatch(line -> line.contains(ledger.toString()) && line.contains("chỉ đọc được"))
                    .noneMatch(line -> line.startsWith("\tat "));
        } finally {
            assertThat(runs("umount", ledger)).isTrue();
        }
        faulty.startAgain();
        faulty.recorded(faulty.help());
        faulty.assertNothingLost();
    }

    private static boolean runs(Object... command) {
        try {
            return new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Cause: the key store is gone, and names are sealed in the ledger. Expected: the start refuses, or counts them. */
    @Test
    void aLostKeyStoreIsTold() throws IOException {
        faulty.recorded(request());
        faulty.running().close();
        try (Stream<Path> files = Files.list(faulty.data())) {
            for (Path file : new ArrayList<>(files.toList())) {
                if (file.getFileName().toString().startsWith("keys.sqlite")) {
                    Files.delete(file);
                }
            }
        }
        assertThat(faulty.outputOfAStart()).contains("kho khóa", "key store");
    }

    /** Cause: the wrong master key. Expected: no start; with the right one everything is there. */
    @Test
    void aWrongMasterKeyRefusesTheStart() throws IOException {
        faulty.running().close();
        Path key = faulty.data().resolve("master.key");
        String right = Files.readString(key);
        Files.writeString(key, (right.startsWith("A") ? "B" : "A") + right.substring(1));

        assertThat(faulty.refusedStart()).contains("Khóa chủ", "master key");

        Files.writeString(key, right);
        faulty.startAgain();
        faulty.recorded(faulty.help());
        faulty.assertNothingLost();
    }
}
