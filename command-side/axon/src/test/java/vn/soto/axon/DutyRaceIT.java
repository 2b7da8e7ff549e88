package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

@Tag("threads")
@Tag("long")
final class DutyRaceIT {

    @TempDir
    Path folder;

    @Test
    void aRuleAcrossAggregatesHoldsInAFileToo() throws Exception {
        try (SqliteLedger ledger = SqliteLedger.open(
                        folder.resolve("ledger.db"),
                        "test/race",
                        Clock.systemUTC(),
                        WriterSettings.standard(),
                        new SimpleMeterRegistry());
                AxonFixture ward = AxonFixture.over(ledger.reader(), ledger.appender())) {
            DutyRace.run(ward);

            assertThat(DutyRace.commitsWithNobodyOnDuty(ledger.reader())).isEmpty();
            ChainVerifier.verify(ledger.reader());
        }
    }
}
