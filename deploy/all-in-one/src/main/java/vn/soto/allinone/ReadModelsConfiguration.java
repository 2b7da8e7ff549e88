package vn.soto.allinone;

import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.command.dispatch.IndexPlace;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.edge.integrity.ChainWalk;
import vn.soto.events.DecodedCommits;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.file.ReadModelsFile;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.query.config.QuerySettings;
import vn.soto.web.MemoryShare;

/** The embedded read models and their progress: in a file beside the ledger, or in memory, made anew at each start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadModelsSettings.class)
class ReadModelsConfiguration {

    /** @param folder orders the beans: the folder is there, and not full */
    @Bean
    ReadModelStore readModelStore(
            SotoSettings settings,
            ReadModelsSettings models,
            DataFolder folder,
            SqliteLedger ledger,
            ListableBeanFactory beans,
            QuerySettings query) {
        return models.file()
                ? ReadModelsFile.open(
                        settings.readModelsFile(),
                        ProjectingCode.digest(beans) + " " + query.calendar(),
                        ledger.reader(),
                        MemoryShare.READ_MODELS.bytes())
                : ReadModelStore.inMemory();
    }

    /**
     * The index of commands is kept as the read models are.
     *
     * @param folder orders the beans: the folder is there, and not full
     */
    @Bean
    IndexPlace teamIndexPlace(
            SotoSettings settings, ReadModelsSettings models, DataFolder folder, DecodedCommits tracked) {
        return models.file()
                ? new IndexPlace(
                        settings.commandIndexFile(),
                        ProjectingCode.digest(List.of(TeamIndex.class)),
                        MemoryShare.COMMAND_INDEX.bytes(),
                        tracked)
                : IndexPlace.inMemory(MemoryShare.COMMAND_INDEX.bytes());
    }

    @Bean(destroyMethod = "close")
    ReadModelsFileHealth readModelsFileHealthIndicator(ReadModelStore store) {
        return new ReadModelsFileHealth(store);
    }

    /** No projection reads again what the file has already. */
    @Bean
    ChainWalk chainWalk(SqliteLedger ledger, ReadModelStore store) {
        return new ChainWalk(ledger.reader(), store instanceof ReadModelsFile file ? file.upTo() : 0);
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
