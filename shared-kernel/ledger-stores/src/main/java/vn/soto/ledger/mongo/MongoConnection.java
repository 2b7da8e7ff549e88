package vn.soto.ledger.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.bson.UuidRepresentation;

/** How this product speaks to MongoDB, whatever the address says: nothing acknowledged is lost, nothing waits for ever. */
public final class MongoConnection {

    /** Acknowledged by a majority, and in its journals. */
    public static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private MongoConnection() {}

    /** @param uri connection string, with credentials and TLS as the server wants them */
    public static MongoClientSettings.Builder settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("soto")
                .writeConcern(DURABLE)
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .retryWrites(true)
                .retryReads(true)
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, SECONDS))
                // After a broken connection the server is looked for again this soon, not after half a second.
                .applyToServerSettings(server -> server.minHeartbeatFrequency(50, MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, SECONDS).readTimeout(20, SECONDS));
    }
}
