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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer stands still for a minute, with commands in its hands, and wakes up believing that it still writes. */
final class PausedProcessIT {

    private static final Duration PAUSE = Duration.ofSeconds(60);
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
            int written = writeElsewhere(nodes.standby(), caller, hamlet, paused.plus(PAUSE));
            nodes.active().resume();
            List<Integer> woken = askTheWoken(nodes.active(), hamlet);

            assertThat(written).as("commands recorded meanwhile").isGreaterThan(20);
            assertThat(woken).as("answers of the one that woke").containsOnly(503);
            underway.forEach((id, answer) -> settle(id, answer, nodes.standby(), hamlet));
            hamlet.assertRecorded(province.recorded());
            assertThat(province.recorded())
                    .containsExactlyInAnyOrderElementsOf(hamlet.acknowledged().keySet());
            assertThat(province.fences()).as("one writer after the other").isSorted();
        }
    }

    /** Stops it at whatever it is doing with them: reading, deciding, writing, answering. */
    private static Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> sendAndPause(
            Node node, HttpCaller caller, HamletClient hamlet) {
        Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> underway = new LinkedHashMap<>();
        for (int i = 0; i < UNDERWAY; i++) {
            UUID id = UUID.randomUUID();
            HttpRequest request =
                    caller.command(node, "member", "/api/assistances", id, hamlet.help(), PAUSE.plusSeconds(60));
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

    /** Until the end; the first ones are refused, because the lease is still another's. */
    private static int writeElsewhere(Node node, HttpCaller caller, HamletClient hamlet, Instant end) {
        ActiveAndStandby.awaitWriter(List.of(node), caller, end);
        int written = 0;
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> answer =
                    hamlet.recordHelp(node, UUID.randomUUID()).orElseThrow();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            written++;
        }
        return written;
    }

    private static List<Integer> askTheWoken(Node node, HamletClient hamlet) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            statuses.add(hamlet.recordHelp(node, UUID.randomUUID())
                    .map(HttpResponse::statusCode)
                    .orElse(0));
        }
        return statuses;
    }

    /** Whatever was said about it, the other node says the same: it stands once, where it was said to stand. */
    private static void settle(
            UUID id, CompletableFuture<Optional<HttpResponse<String>>> first, Node other, HamletClient hamlet) {
        Optional<HttpResponse<String>> said =
                first.orTimeout(60, TimeUnit.SECONDS).join();
        boolean recorded = said.filter(answer -> answer.statusCode() == 201).isPresent();
        said.filter(answer -> answer.statusCode() == 201).ifPresent(answer -> hamlet.note(id, answer));
        said.ifPresent(
                answer -> assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503));

        HttpResponse<String> again = hamlet.recordHelp(other, id).orElseThrow();
        assertThat(again.statusCode()).as(again.body()).isIn(recorded ? List.of(200) : List.of(200, 201));
    }
}
