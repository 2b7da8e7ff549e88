package vn.soto.querynode;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.edge.database.LedgerSettings;
import vn.soto.edge.database.LedgerUser;
import vn.soto.edge.database.NodeDatabase;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.mongo.MongoLedgerReader;

/** The ledger in MongoDB, which this process only reads, and the database of its read models. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCodec eventCodec() {
        return EventCodec.product();
    }

    @Bean(destroyMethod = "close")
    NodeDatabase nodeDatabase(LedgerSettings settings) {
        return NodeDatabase.open(settings, LedgerUser.QUERY);
    }

    @Bean
    LedgerReader ledgerReader(NodeDatabase database) {
        return MongoLedgerReader.open(database.ledger());
    }

    @Bean
    MongoDatabase readModelDatabase(NodeDatabase database) {
        return database.readModels();
    }
}
