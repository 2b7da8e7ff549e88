package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.AllInOne;

/** A disk that does not confirm, or takes long, under the running product: nothing acknowledged is lost. */
@Tag("processes")
@Tag("long")
final class DiskFaultsIT {

    private static final int CALLERS = 24;

    @TempDir
    private Path folder;

    @AutoClose
    private FaultyProduct faulty;

    @BeforeEach
    void start() {
        faulty = new FaultyProduct(folder);
    }

    /**
     * Cause: a sync of the log fails once, and later ones succeed, as the kernel tells of a failed write only once.
     * Expected: no acknowledgement from then on, health down, reads go on; after a start everything is taken again.
     */
    @Test
    void aFailedSyncOfTheLogEndsAllWritingUntilTheNextStart() {
        SentCommand first = faulty.help();
        SentCommand second = faulty.help();
        faulty.host().failSyncsOf(FaultyProduct.LOG);
        faulty.assertRefused(first, "outcome-unknown");
        assertThat(faulty.host().failedSyncs()).isPositive();
        faulty.host().recover();

        faulty.assertRefused(second, "disk-failed");
        faulty.assertRefused(first, "disk-failed");
        faulty.assertHealth("DOWN");
        faulty.assertReads();

        faulty.killAndStart();
        faulty.awaitHealth("UP");
        faulty.recorded(first);
        faulty.recorded(second);
        faulty.assertNothingLost();
    }

    /**
     * Cause: for a while the ledger, and then its log, cannot be read. Expected: nothing is called damaged for good; health answers, and
     * once the disk reads again the product answers, records and is up without a start.
     */
    @Test
    void aReadErrorThatPassesLeavesNothingBehind() {
        for (String file : List.of(FaultyProduct.LEDGER, FaultyProduct.LOG)) {
            faulty.host().failReadsOf(file);
            for (SentCommand help : faulty.helps(40)) {
                assertThat(faulty.attempt(help).statusCode()).isIn(201, 503);
                assertThat(faulty.running().get("auditor", "/actuator/health").statusCode())
                        .isIn(200, 503);
            }
            faulty.host().recover();
            faulty.recorded(faulty.help());
            faulty.assertReads();
            // Projectors wait a little longer after each failure.
            faulty.awaitHealth("UP");
        }
        assertThat(faulty.host().failedReads()).isPositive();
        faulty.assertNothingLost();
    }

    /**
     * Cause: for a while the keys, the accounts and the register of reads cannot be read. Expected: names and sign-ins are refused or
     * answered, never broken; once the disk reads again, all are, and health is up without a start.
     */
    @Test
    void aReadErrorOfAnotherStoreThatPassesLeavesNothingBehind() {
        faulty.recorded(request());
        faulty.running().awaitCaughtUp();
        for (String file : List.of("keys.sqlite", "keys.sqlite-wal", "accounts.sqlite-wal", "reads.sqlite-wal")) {
            faulty.host().failReadsOf(file);
            for (int i = 0; i < 10; i++) {
                SentCommand request = request();
                assertThat(faulty.attempt(request).statusCode()).as(file).isIn(201, 503);
                assertThat(List.of(
                                faulty.running().get("leader", "/api/requests/" + request.id()),
                                faulty.running().get("auditor", "/api/personal-data-reads"),
                                faulty.running().get("administrator", "/api/local-accounts"),
                                faulty.running().get("auditor", "/actuator/health")))
                        .extracting(HttpResponse::statusCode)
                        .as(file)
                        .isSubsetOf(200, 404, 503);
            }
            faulty.host().recover();
            SentCommand request = request();
            faulty.recorded(request);
            faulty.running().awaitCaughtUp();
            assertThat(faulty.running()
                            .get("leader", "/api/requests/" + request.id())
                            .body())
                    .as(file)
                    .contains("Phạm Văn Hải");
            faulty.awaitHealth("UP");
        }
        assertThat(faulty.host().failedReads()).isPositive();
        faulty.assertNothingLost();
    }

    /**
     * Cause: the file of the read models takes no write, and after a kill it cannot be read for a while. Expected: everything is recorded
     * and in the figures at once, and a read that fails is no answer. After each start the figures are those of the ledger.
     */
    @Test
    void theFileOfTheReadModelsHindersNoCommandAndLosesNoFigure() {
        faulty.host().failWritesTo(FaultyProduct.READ_MODELS + "-wal", FaultyHost.INPUT_OUTPUT_ERROR);
        for (SentCommand help : faulty.helps(3)) {
            faulty.recorded(help);
        }
        assertThat(faulty.countedHelp()).isEqualTo(4);
        faulty.host().awaitFailedWrites();
        faulty.host().recover();

        faulty.killAndStart();
        faulty.host().failReadsOf(FaultyProduct.READ_MODELS);
        assertThat(faulty.running()
                        .get("officer", "/api/dashboards/kp-1?quarter=2024-Q4")
                        .statusCode())
                .isIn(200, 503);
        faulty.recorded(faulty.help());
        faulty.host().recover();
        faulty.awaitHealth("UP");
        assertThat(faulty.countedHelp()).isEqualTo(5);

        faulty.host().failSyncsOf(FaultyProduct.READ_MODELS);
        faulty.startAgain();
        faulty.host().recover();
        assertThat(faulty.countedHelp()).isEqualTo(5);
        faulty.assertNothingLost();
    }

    private static SentCommand request() {
        return SentCommand.of("member", "receive-request", "/api/requests", """
                {"unit":"kp-1","source":"HOTLINE","topics":["VNEID"],"receivedOn":"2024-11-05",\
                "requesterName":"Phạm Văn Hải","phone":"0274 3822 333"}""");
    }

    /**
     * Cause: a killed product left a log, and the ledger's file cannot be synced. Expected: no start, as what the log
     * holds may not be durable; with a disk that works, everything is there.
     */
    @Test
    void aFailedSyncOfTheLedgerAtTheStartRefusesIt() {
        faulty.running().kill();
        faulty.host().failSyncsOf(FaultyProduct.LEDGER);

        assertThat(faulty.refusedStart()).contains(FaultyProduct.LEDGER);
        assertThat(faulty.host().failedSyncs()).isPositive();

        faulty.host().recover();
        faulty.startAgain();
        faulty.recorded(faulty.help());
        faulty.assertNothingLost();
    }

    /**
     * Cause: the key store cannot be synced. Expected: a command that needs a new key is not recorded, and none is
     * until the next start. Then it is, and the name can be read.
     */
    @Test
    void aFailedSyncOfTheKeysRecordsNoNameThatNobodyCanRead() {
        SentCommand request = request();
        faulty.host().failSyncsOf("keys.sqlite-wal");
        assertThat(faulty.attempt(request).statusCode()).isEqualTo(503);
        assertThat(faulty.host().failedSyncs()).isPositive();
        faulty.host().recover();
        faulty.assertRefused(request, "disk-failed");
        faulty.assertHealth("DOWN");

        faulty.killAndStart();
        faulty.recorded(request);
        faulty.running().awaitCaughtUp();
        assertThat(faulty.running()
                        .get("leader", "/api/requests/" + request.id())
                        .body())
                .contains("Phạm Văn Hải");
        faulty.assertNothingLost();
    }

    /**
     * Cause: a sync takes very long while 24 callers wait. Expected: nobody is told anything before it is done, reads go
     * on, and then everybody gets an acknowledgement.
     */
    @Test
    void aSlowDiskDelaysAcknowledgementsAndNothingElse() {
        Map<SentCommand, CompletableFuture<HttpResponse<String>>> waiting = holdAndSend();

        faulty.assertReads();
        assertThat(waiting.values()).noneMatch(CompletableFuture::isDone);
        faulty.host().recover();

        waiting.forEach((command, later) -> {
            HttpResponse<String> answer = later.orTimeout(120, TimeUnit.SECONDS).join();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            faulty.note(command, answer);
        });
        faulty.awaitHealth("UP");
        faulty.assertNothingLost();
    }

    /** Cause: as before, and the product is killed. Expected: nobody was told anything, and each is recorded once. */
    @Test
    void aKillDuringASlowSyncLosesNothing() {
        Map<SentCommand, CompletableFuture<HttpResponse<String>>> waiting = holdAndSend();

        faulty.running().kill();
        faulty.host().recover();
        assertThat(waiting.values())
                .allSatisfy(later -> assertThat(later)
                        .failsWithin(120, TimeUnit.SECONDS)
                        .withThrowableOfType(ExecutionException.class));

        faulty.startAgain();
        waiting.keySet().forEach(faulty::recorded);
        faulty.assertNothingLost();
    }

    private Map<SentCommand, CompletableFuture<HttpResponse<String>>> holdAndSend() {
        AllInOne product = faulty.running();
        long before = faulty.host().heldSyncs();
        faulty.host().holdSyncsOf(FaultyProduct.LOG);
        Map<SentCommand, CompletableFuture<HttpResponse<String>>> waiting = new LinkedHashMap<>();
        for (SentCommand command : faulty.helps(CALLERS)) {
            waiting.put(command, command.attemptLater(product));
        }
        faulty.host().awaitHeldSyncs(before + 1);
        return waiting;
    }

    /** Cause: the process is suspended with commands under way and goes on. Expected: all are acknowledged. */
    @Test
    void aPausedProcessGoesOn() {
        Map<SentCommand, CompletableFuture<HttpResponse<String>>> waiting = holdAndSend();
        faulty.running().pause();
        faulty.host().recover();
        assertThat(waiting.values()).noneMatch(CompletableFuture::isDone);
        faulty.running().resume();

        waiting.forEach((command, later) -> {
            HttpResponse<String> answer = later.orTimeout(120, TimeUnit.SECONDS).join();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            faulty.note(command, answer);
        });
        faulty.assertNothingLost();
    }
}
