package vn.soto.allinone;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.source.LedgerEventSource;

/**
 * The embedded read models: in memory, projected from the whole ledger at each start. Progress and dead letters use the
 * same MongoDB store as a province, on an in-memory emulator of the protocol that only this machine can reach.
 */
@Configuration(proxyBeanMethods = false)
class ReadModelsConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    MongoServer mongoServer() {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(MongoServer server) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(server.getLocalAddress()))))
                .build());
    }

    @Bean
    MongoDatabase readModelDatabase(MongoClient client) {
        return client.getDatabase("soto");
    }

    @Bean
    Documents embeddedDocuments() {
        return new MemoryDocuments();
    }

    /** New commits wake the projections at once. */
    @Bean
    WakeUpConnection wakeUpConnection(SqliteLedger ledger, LedgerEventSource source) {
        ledger.appender().addCommitListener(commits -> source.signal());
        return new WakeUpConnection();
    }

    /** Marks that the ledger and the projections are connected. */
    record WakeUpConnection() {}
}
