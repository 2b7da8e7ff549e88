package vn.soto.commandnode;

import io.micrometer.core.instrument.MeterRegistry;
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
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.ClockWatch;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.kept.KeptTexts;
import vn.soto.ledgerwriter.mongo.LeaseSettings;
import vn.soto.ledgerwriter.mongo.MongoKeptTexts;
import vn.soto.ledgerwriter.mongo.MongoLedger;
import vn.soto.ledgerwriter.mongo.MongoSubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.ActiveWriter;
import vn.soto.privacy.mongo.MongoSubjectKeyReader;

/** The ledger in MongoDB, which this process reads, and appends to while it holds the lease, and the key store. */
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
        return NodeDatabase.open(settings, LedgerUser.COMMAND);
    }

    @Bean(destroyMethod = "close")
    MongoLedger ledger(NodeDatabase database, LedgerSettings settings, ClockWatch watch, MeterRegistry meters) {
        return MongoLedger.open(
                database.ledger(),
                settings.origin(),
                watch.clock(),
                WriterSettings.standard(),
                LeaseSettings.standard(),
                meters);
    }

    /** The database of the keys; all nodes use the same master key. */
    @Bean
    Keyring keyring(NodeDatabase database, PrivacySettings settings, Clock clock, ClockWatch watch) {
        return Keyring.open(
                new MongoSubjectKeyReader(database.keys()),
                new MongoSubjectKeys(database.keys(), clock).ofLedgerBy(watch.clock()),
                settings.required(),
                settings.place());
    }

    @Bean
    KeptTexts keptTexts(NodeDatabase database) {
        return new MongoKeptTexts(database.reads());
    }

    @Bean
    LedgerReader ledgerReader(MongoLedger ledger) {
        return ledger.reader();
    }

    /** Only the process that holds the lease runs plans. */
    @Bean
    ActiveWriter activeWriter(MongoLedger ledger) {
        return () -> ledger.isActive() && ledger.isOpen();
    }

    @Bean
    ObservableAppender ledgerAppender(MongoLedger ledger) {
        return ledger.appender();
    }
}
