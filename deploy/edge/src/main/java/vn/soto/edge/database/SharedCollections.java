package vn.soto.edge.database;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.privacy.refused.MongoRefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;

/** The collections that all nodes share in the database, beside the ledger. */
@Configuration(proxyBeanMethods = false)
public class SharedCollections {

    /** The register of refused access. */
    @Bean
    RefusedAccessStore refusedAccessStore(NodeDatabase database) {
        return new MongoRefusedAccess(database.reads());
    }

    /** The epochs of accounts. */
    @Bean(destroyMethod = "close")
    MongoEpochs epochs(NodeDatabase database, Clock clock) {
        return new MongoEpochs(database.reads(), clock);
    }
}
