package vn.soto.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The active writer is suspended, with commands in progress, until another has taken its lease and written; it continues
 * in the belief that it holds the lease.
 */
@Tag("processes")
final class PausedProcessIT {

    /** The shortest pause: ten times the length of a lease, or as long as the other needs to take it and to write. */
    private static final Duration PAUSE = Duration.ofSeconds(Boolean.getBoolean("soto.long") ? 60 : 0);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MEANWHILE = 21;
    private static final int UNDERWAY = 20;

    @TempDir
    private Path folder;

    @Test
    void aWriterThatWakesUpTooLateWritesNothing() {
        try (NodeCluster province = NodeCluster.in(folder)) {
            HttpCaller caller = HttpCaller.with(province.tokens());
            HamletClient hamlet = new HamletClient(caller);
            ActiveAndStandby nodes = ActiveAndStandby.of(province.commandNode(), province.commandNode(), caller);
            hamlet.establish(nodes.active());
            assertThat(hamlet.recordHelp(nodes.active(), UUID.randomUUID())).isPresent();

            Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> underway =
                    sendAndPause(nodes.active(), caller, hamlet);
            Instant paused = Instant.now();
            writeElsewhere(nodes.standby(), caller, hamlet, paused.plus(PAUSE));
            nodes.active().resume();
            List<Integer> woken = sendToResumed(nodes.active(), hamlet);

            assertThat(woken).as("answers of the one that woke").containsOnly(503);
            underway.forEach((id, answer) -> settle(id, answer, nodes.standby(), hamlet));
            hamlet.assertRecorded(province.recorded());
            assertThat(province.recorded())
                    .containsExactlyInAnyOrderElementsOf(hamlet.acknowledged().keySet());
            assertThat(province.fences()).as("one writer after the other").isSorted();
        }
    }

    /** Suspends the writer at any point of the handling: reading, deciding, writing or answering. */
    private static Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> sendAndPause(
            Node node, HttpCaller caller, HamletClient hamlet) {
        Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> underway = new LinkedHashMap<>();
        for (int i = 0; i < UNDERWAY; i++) {
            UUID id = UUID.randomUUID();
            HttpRequest request =
                    caller.command(node, "member", "/api/assistances", id, hamlet.help(), PAUSE.plus(PATIENCE));
            underway.put(
                    id,
                    caller.http()
                            .sendAsync(request, BodyHandlers.ofString())
                            .thenApply(Optional::of)
                            .exceptionally(broken -> Optional.empty()));
        }
        node.pause();
        return underway;
    }

    /** Sends until the end, at least some commands. Before, another process still holds the lease. */
    private static void writeElsewhere(Node node, HttpCaller caller, HamletClient hamlet, Instant end) {
        ActiveAndStandby.awaitWriter(List.of(node), caller, end.plusSeconds(120));
        for (int written = 0; written < MEANWHILE || Instant.now().isBefore(end); written++) {
            HttpResponse<String> answer =
                    hamlet.recordHelp(node, UUID.randomUUID()).orElseThrow();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static List<Integer> sendToResumed(Node node, HamletClient hamlet) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            statuses.add(hamlet.recordHelp(node, UUID.randomUUID())
                    .map(HttpResponse::statusCode)
                    .orElse(0));
        }
        return statuses;
    }

    /** The other node confirms every answer: the command is in the ledger once, at the answered commit. */
    private static void settle(
            UUID id, CompletableFuture<Optional<HttpResponse<String>>> first, Node other, HamletClient hamlet) {
        Optional<HttpResponse<String>> answered =
                first.orTimeout(60, TimeUnit.SECONDS).join();
        boolean recorded = answered.filter(answer -> answer.statusCode() == 201).isPresent();
        answered.filter(answer -> answer.statusCode() == 201).ifPresent(answer -> hamlet.note(id, answer));
        answered.ifPresent(
                answer -> assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503));

        HttpResponse<String> again = hamlet.recordHelp(other, id).orElseThrow();
        assertThat(again.statusCode()).as(again.body()).isIn(recorded ? List.of(200) : List.of(200, 201));
    }
}
