package vn.soto.ledgerwriter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.history.History;

/** A program that appends without a lease, beside others that do the same. */
final class CompetingWriter {

    private CompetingWriter() {}

    /** Arguments: URI, database, origin, a name, clients, appends by each. Begins, and ends early, with a line of input. */
    public static void main(String[] arguments) throws IOException {
        History history = History.ofSeveralProcesses(System.out::println);
        try (MongoClient client = MongoClients.create(
                        MongoConnection.settings(arguments[0]).build());
                MongoLedger ledger = MongoLedger.open(
                        client.getDatabase(arguments[1]),
                        arguments[2],
                        Clock.systemUTC(),
                        WriterSettings.standard(),
                        LeaseSettings.off(),
                        new SimpleMeterRegistry())) {
            Workload workload = new Workload(history, ledger.reader(), ledger.appender(), arguments[3]);
            System.out.println("ready");
            System.in.read();
            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(CompetingWriter::awaitInput, Thread::startVirtualThread);
            workload.run(
                    Integer.parseInt(arguments[4]),
                    Integer.parseInt(arguments[5]),
                    arguments[3].hashCode(),
                    end::isDone);
            System.out.println("recorded " + workload.recorded());
        }
        System.exit(0); // somebody may still wait for input
    }

    private static void awaitInput() {
        try {
            System.in.read();
        } catch (IOException e) {
            // The parent is gone: as good as a line.
        }
    }

    static Process start(String uri, String database, String origin, String name, int clients, int each)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        path,
                        CompetingWriter.class.getName(),
                        uri,
                        database,
                        origin,
                        name,
                        Integer.toString(clients),
                        Integer.toString(each)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
