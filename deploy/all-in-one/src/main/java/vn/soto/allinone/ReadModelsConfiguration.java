package vn.soto.allinone;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.source.LedgerEventSource;

/** The embedded read models, their progress and their dead letters: in memory, made from the ledger at each start. */
@Configuration(proxyBeanMethods = false)
class ReadModelsConfiguration {

    @Bean
    ReadModelStore readModelStore() {
        return ReadModelStore.inMemory();
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
