package vn.soto.ledgerwriter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.testkit.history.History;
import vn.soto.testkit.history.HistoryChecker;

/** Two processes, at length three, write at once, and only the number decides. */
abstract class CompetingWritersContract {

    private static final String ORIGIN = "demo/competing";
    private static final int WRITERS = Boolean.getBoolean("soto.long") ? 3 : 2;
    private static final int CLIENTS = 4;
    private static final int EACH = Boolean.getBoolean("soto.long") ? 60 : 25;

    @AutoClose
    private OnServer server;

    abstract String uri();

    @BeforeEach
    void prepare() {
        server = new OnServer(uri(), ORIGIN);
    }

    @Test
    void eachGetsItsTurnAndNothingIsLostOrDoubled() throws Exception {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer("writer" + i));
        }
        for (Writer writer : writers) {
            writer.begin();
        }
        CompletableFuture.allOf(writers.stream().map(writer -> writer.ended).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 5, TimeUnit.MINUTES)
                .join();
        for (Writer writer : writers) {
            writer.end();
        }
        History history = History.ofSeveralProcesses();
        writers.forEach(writer -> history.addLines(writer.lines.stream()));
        MongoLedgerReader reader = MongoLedgerReader.open(server.database);

        assertThat(HistoryChecker.check(history, reader)).isEmpty();
        assertThat(writers)
                .allSatisfy(writer -> assertThat(writer.recorded()).isGreaterThanOrEqualTo(CLIENTS * EACH * 5 / 6));
        assertThat(ChainVerifier.verify(reader).number())
                .isEqualTo(writers.stream().mapToLong(Writer::recorded).sum());
    }

    private final class Writer {
        private final Process process;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CompletableFuture<Void> ended;

        Writer(String name) throws IOException {
            process = CompetingWriter.start(uri(), server.database.getName(), ORIGIN, name, CLIENTS, EACH);
            ended = CompletableFuture.runAsync(this::read, Thread::startVirtualThread);
        }

        private void read() {
            try (BufferedReader output = process.inputReader()) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    if (line.equals("ready")) {
                        ready.countDown();
                    }
                }
            } catch (IOException e) {
                lines.add(e.toString());
            }
        }

        void begin() throws Exception {
            assertThat(ready.await(60, TimeUnit.SECONDS)).as("started").isTrue();
            input();
        }

        private void input() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        void end() throws Exception {
            try {
                input();
            } catch (IOException e) {
                // It has ended by itself.
            }
            process.waitFor();
            ended.join();
        }

        long recorded() {
            return lines.stream()
                    .filter(line -> line.startsWith("recorded "))
                    .mapToLong(line -> Long.parseLong(line.substring("recorded ".length())))
                    .sum();
        }
    }
}
