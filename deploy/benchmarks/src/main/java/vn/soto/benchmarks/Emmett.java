package vn.soto.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Emmett's PostgreSQL event store, driven by {@code driver.mjs} in a process of its own: callers are concurrent promises
 * there, and latencies are taken there.
 */
final class Emmett implements AutoCloseable {

    static final String NAME = "Emmett, PostgreSQL";

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final byte[] sample;
    private final String type;
    private final Process node;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private Emmett(Database database, String type, byte[] sample, Process node) {
        this.database = database;
        this.type = type;
        this.sample = sample;
        this.node = node;
        this.orders = node.outputWriter(StandardCharsets.UTF_8);
        this.answers = node.inputReader(StandardCharsets.UTF_8);
    }

    static boolean installed(Path folder) {
        return Files.exists(folder.resolve("node_modules/@event-driven-io/emmett-postgresql/package.json"));
    }

    /** @param sample event body, as our codec writes it */
    static Emmett start(Path folder, Database database, String type, byte[] sample) throws IOException {
        Process node = new ProcessBuilder("node", "driver.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Emmett(database, type, sample, node);
    }

    static String version(Path folder) throws IOException {
        Path described = folder.resolve("node_modules/@event-driven-io/emmett-postgresql/package.json");
        return JSON.readTree(Files.readString(described)).get("version").asString();
    }

    /** Reconnects with a pool of this size. */
    void open(int connections) throws IOException {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("order", "open");
        order.put("uri", database.uri());
        order.put("connections", connections);
        order.put("sample", Map.of("type", type, "data", JSON.readTree(sample)));
        ask(order);
    }

    /** Makes the streams that {@code append} works on. */
    void prepare(int streams, int callers) throws IOException {
        ask(Map.of("order", "prepare", "count", streams, "events", AssistanceStreams.EVENTS, "callers", callers));
    }

    /**
     * @param path {@code command} or {@code engine}
     * @param work {@code create} or {@code append}
     */
    Contestant contestant(String path, String work) {
        return new Contestant() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Slice run(int callers, Budget budget) throws IOException {
                return Emmett.this.run(path, work, callers, budget);
            }
        };
    }

    private Slice run(String path, String work, int callers, Budget budget) throws IOException {
        CpuMeter cpu = CpuMeter.of(node.toHandle()).and(database.server().cpu());
        long before = cpu.nanos();
        JsonNode answer = ask(Map.of(
                "order",
                "run",
                "path",
                path,
                "work",
                work,
                "callers",
                callers,
                "limit",
                Math.min(budget.operations(), Integer.MAX_VALUE),
                "millis",
                budget.time().toMillis()));
        Histogram latencies = Slice.histogram();
        answer.get("micros").forEach(micros -> latencies.recordValue(micros.asLong() * 1_000));
        return new Slice(latencies.getTotalCount(), answer.get("nanos").asLong(), cpu.nanos() - before, latencies);
    }

    double bytesPerEvent() throws SQLException {
        return database.bytesPerRow("emt_messages");
    }

    private JsonNode ask(Map<String, ?> order) throws IOException {
        orders.write(JSON.writeValueAsString(order));
        orders.newLine();
        orders.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("Emmett's process ended");
        }
        JsonNode answer = JSON.readTree(line);
        if (answer.has("error")) {
            throw new IOException("Emmett: " + answer.get("error").asString());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        node.onExit().completeOnTimeout(node, 10, TimeUnit.SECONDS).join();
        node.destroyForcibly();
    }
}
