package vn.soto.allinone;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.demo.DemoLedger;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.ClockWatch;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** The embedded ledger: one SQLite file in the data folder; a demo start fills a missing one with the demo. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    DataFolder dataFolder(SotoSettings settings) {
        return DataFolder.ensure(settings.data());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCodec eventCodec() {
        return EventCodec.product();
    }

    @Bean(destroyMethod = "close")
    SqliteLedger ledger(
            SotoSettings settings,
            DataFolder folder,
            EventCodec codec,
            Clock clock,
            ClockWatch watch,
            ObjectProvider<Keyring> keys,
            MeterRegistry meters) {
        if (settings.demo()) {
            DemoLedger.loadIfMissing(settings.ledgerFile(), settings.origin(), codec, keys::getObject, clock);
        }
        return SqliteLedger.open(
                settings.ledgerFile(), settings.origin(), watch.clock(), WriterSettings.standard(), meters);
    }

    @Bean
    LedgerReader ledgerReader(SqliteLedger ledger) {
        return ledger.reader();
    }

    @Bean
    ObservableAppender ledgerAppender(SqliteLedger ledger) {
        return ledger.appender();
    }
}
