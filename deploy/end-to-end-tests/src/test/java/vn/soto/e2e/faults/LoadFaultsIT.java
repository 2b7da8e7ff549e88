package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.AllInOne;

/** Callers who send too much, or contradict each other all at once, in a product with 256 MB of memory. */
@Tag("processes")
@Tag("long")
final class LoadFaultsIT {

    private static final int CALLERS = 24;
    private static final int CONTRADICTIONS = 64;
    private static final int LARGE_BODIES = 400;
    private static final int LARGE = 1_000_000;
    private static final long GIGABYTE = 1L << 30;
    private static final int HANGS_MILLIS = 120_000;

    private static final SampleCommune COMMUNE = new SampleCommune(1, CALLERS);
    private static final AcknowledgedCommands ACKNOWLEDGED = new AcknowledgedCommands();
    private static final Set<UUID> SENT = new HashSet<>();

    @TempDir
    private static Path folder;

    private static AllInOne product;

    @BeforeAll
    static void start() {
        product = AllInOne.start(
                List.of(), List.of("-Xms256m", "-Xmx256m", "-Xmn64m"), folder.resolve("data"), "--soto.demo=false");
        COMMUNE.founding().forEach(LoadFaultsIT::recorded);
    }

    @AfterAll
    static void stop() {
        product.close();
        LedgerCopy copy =
                LedgerCopy.of(folder.resolve("data"), folder.resolve("copy")).verified();
        ACKNOWLEDGED.assertAreThe(copy.commands(), SENT);
    }

    @AfterEach
    void stillWorks() {
        assertThat(product.get("", "/actuator/health").statusCode()).isEqualTo(200);
        registered();
        assertThat(product.output()).doesNotContain("OutOfMemoryError");
    }

    private static void recorded(SentCommand command) {
        SENT.add(command.id());
        command.send(product, ACKNOWLEDGED);
    }

    private static UUID registered() {
        SentCommand registration = SentCommand.of(
                "leader", "register-household", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"H-1\"}");
        recorded(registration);
        return registration.id();
    }

    /** Cause: a body of a gigabyte. Expected: 413, and none of it is kept; who is told to wait sends it again. */
    @Test
    void aBodyOfAGigabyteIsRefused() throws IOException {
        long begun = System.nanoTime();
        String answer = " 429 ";
        while (answer.contains(" 429 ") && System.nanoTime() - begun < HANGS_MILLIS * 1_000_000L) {
            answer = gigabyte();
        }
        assertThat(answer).contains(" 413 ");
    }

    private static String gigabyte() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), product.address().getPort())) {
            socket.setSoTimeout(HANGS_MILLIS);
            socket.getOutputStream().write(head(GIGABYTE).getBytes(StandardCharsets.US_ASCII));
            sendUntilClosed(socket.getOutputStream());
            return firstLine(socket.getInputStream());
        }
    }

    private static String head(long length) {
        String credentials = Base64.getEncoder()
                .encodeToString(("leader:" + product.password("leader")).getBytes(StandardCharsets.UTF_8));
        return "POST /api/households HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(credentials, length);
    }

    private static void sendUntilClosed(OutputStream to) {
        byte[] some = new byte[1 << 16];
        try {
            for (long sent = 0; sent < GIGABYTE; sent += some.length) {
                to.write(some);
            }
        } catch (IOException e) {
            // It was answered and closed meanwhile.
        }
    }

    private static String firstLine(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next >= 0 && next != '\r'; next = from.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Cause: more large bodies at once than fit into memory. Expected: each is refused by a problem; nothing is recorded. */
    @Test
    void largeBodiesAtOnceAreRefused() {
        String body = "{\"unit\":\"kp-1\",\"reference\":\"" + "H".repeat(LARGE) + "\"}";
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> product.http()
                        .sendAsync(
                                product.request("leader", "/api/households", "Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString()))
                .limit(LARGE_BODIES)
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.orTimeout(HANGS_MILLIS, TimeUnit.MILLISECONDS)
                        .join()
                        .statusCode())
                .isSubsetOf(400, 413, 422, 429, 503);
    }

    /**
     * Cause: 24 callers each take over the same household, then merge the same two households in both directions, at
     * once. Expected: one of them each time, and that one is what is answered.
     */
    @Test
    void contradictoryCommandsHaveOneWinner() {
        for (int round = 0; round < CONTRADICTIONS; round++) {
            UUID one = registered();
            UUID other = registered();
            List<SentCommand> assignments = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> SentCommand.of(
                            "leader",
                            "assign-household",
                            "/api/households/" + one + "/assignment",
                            "{\"team\":\"%s\",\"member\":\"%s\",\"effectiveFrom\":\"2024-11-02\"}"
                                    .formatted(COMMUNE.team(0), COMMUNE.member(0, caller))))
                    .toList();
            int responsible = assignments.indexOf(winner(assignments));
            List<SentCommand> merges = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> merge(caller % 2 == 0 ? one : other, caller % 2 == 0 ? other : one))
                    .toList();
            boolean oneIsMerged = merges.indexOf(winner(merges)) % 2 == 0;

            product.awaitCaughtUp();
            String answer = product.json("leader", "/api/households/" + one)
                    .get("answer")
                    .toString();
            assertThat(answer.contains("\"survivor\":\"" + other)).as(answer).isEqualTo(oneIsMerged);
            assertThat(answer).contains(COMMUNE.member(0, responsible));
        }
    }

    private static SentCommand merge(UUID merged, UUID survivor) {
        return SentCommand.of(
                "officer",
                "merge-households",
                "/api/households/" + merged + "/merge",
                "{\"survivor\":\"%s\",\"reason\":\"DUPLICATE\"}".formatted(survivor));
    }

    /** The one command of those sent at once that is recorded; the others are refused by a rule, or told to try again. */
    private static SentCommand winner(List<SentCommand> contradicting) {
        List<CompletableFuture<HttpResponse<String>>> answers = contradicting.stream()
                .map(command -> command.attemptLater(product))
                .toList();
        List<SentCommand> winners = new ArrayList<>();
        for (int i = 0; i < contradicting.size(); i++) {
            SentCommand command = contradicting.get(i);
            HttpResponse<String> answer = answers.get(i)
                    .orTimeout(HANGS_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409, 422);
            if (answer.statusCode() == 201) {
                SENT.add(command.id());
                command.note(answer, ACKNOWLEDGED);
                winners.add(command);
            }
        }
        assertThat(winners).as("commands that contradict each other").hasSize(1);
        return winners.getFirst();
    }
}
