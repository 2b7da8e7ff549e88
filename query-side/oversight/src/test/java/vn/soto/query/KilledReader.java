package vn.soto.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import vn.soto.events.EventCodec;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.projection.MongoReadModels;
import vn.soto.projection.Projections;
import vn.soto.projection.progress.ProgressDatabase;
import vn.soto.query.testing.QuerySideFixture;

/**
 * A query process that a test kills. It prints {@code writing <collection>} before it writes documents. It prints
 * {@code folded <commit>} when all projections have reached a commit whose number was written to it, and polls them
 * only for that.
 */
final class KilledReader {

    private KilledReader() {}

    /** Arguments: URI, the ledger's database, the read models' database, the timeout of claims. */
    public static void main(String[] arguments) {
        try (MongoClient client = MongoClients.create(MongoConnection.settings(arguments[0])
                        .addCommandListener(new Writes(arguments[2]))
                        .build());
                var context = QuerySideFixture.start(
                        MongoLedgerReader.open(client.getDatabase(arguments[1])),
                        EventCodec.product(),
                        Clock.systemUTC(),
                        Map.of(
                                "soto.query.batch-size",
                                20,
                                "soto.query.page-size",
                                20,
                                "soto.query.claim-timeout",
                                arguments[3]),
                        MongoReadModels.in(client.getDatabase(arguments[2])))) {
            Projections projections = context.getBean(Projections.class);
            Scanner asked = new Scanner(System.in, StandardCharsets.UTF_8);
            while (asked.hasNextLong()) {
                long commit = asked.nextLong();
                if (projections.await(commit, Duration.ofMinutes(5))) {
                    System.out.println("folded " + commit);
                }
            }
        }
    }

    /** Prints each write of documents before it is sent. */
    private record Writes(String database) implements CommandListener {

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("update")
                    && event.getDatabaseName().equals(database)) {
                String collection = event.getCommand().getString("update").getValue();
                if (!ProgressDatabase.holds(collection)) {
                    System.out.println("writing " + collection);
                }
            }
        }
    }

    static Process start(String uri, String ledger, String readModels, String timeout) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        path,
                        KilledReader.class.getName(),
                        uri,
                        ledger,
                        readModels,
                        timeout))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
