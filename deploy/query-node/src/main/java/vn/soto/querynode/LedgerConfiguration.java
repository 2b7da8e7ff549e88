package vn.soto.querynode;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.soto.edge.PrivacySettings;
import vn.soto.edge.database.LedgerSettings;
import vn.soto.edge.database.LedgerUser;
import vn.soto.edge.database.NodeDatabase;
import vn.soto.edge.database.SharedCollections;
import vn.soto.edge.integrity.ChainWalk;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.mongo.MongoSubjectKeyReader;
import vn.soto.privacy.reads.MongoPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.projection.MongoReadModels;
import vn.soto.projection.ReadModelStore;

/** The ledger in MongoDB, read-only for this process, and the database of its read models. */
@Import(SharedCollections.class)
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerSettings.class, PrivacySettings.class})
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

    /** Decrypts names with keys that this process can only read. */
    @Bean
    PersonalDataReader personalDataReader(NodeDatabase database, PrivacySettings settings) {
        MongoSubjectKeyReader keys = new MongoSubjectKeyReader(database.keys());
        return new PersonalDataReader(keys, settings.required().requireFor(keys, settings.place()));
    }

    /** The register of reads, to which this process may only add. */
    @Bean
    PersonalDataReads personalDataReads(NodeDatabase database) {
        return new MongoPersonalDataReads(database.reads());
    }

    /** The read models may have been made from any commit. */
    @Bean
    ChainWalk chainWalk(LedgerReader ledger) {
        return new ChainWalk(ledger, Long.MAX_VALUE);
    }

    @Bean
    ReadModelStore readModelStore(NodeDatabase database) {
        return MongoReadModels.in(database.readModels());
    }
}
