package vn.soto.ledger.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.bson.UuidRepresentation;

/**
 * Client settings that override the connection string: majority writes in the journal, majority reads, bounded waits.
 */
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
                // The driver looks for the server this soon after a broken connection; its default is half a second.
                .applyToServerSettings(server -> server.minHeartbeatFrequency(50, MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, SECONDS).readTimeout(20, SECONDS));
    }
}
