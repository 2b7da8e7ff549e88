package vn.soto.ledgerwriter.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

final class PublishedSuiteCountIT {

    @Test
    void everyPublishedTestRunsUnchangedAndSucceeds() {
        TestExecutionSummary summary = SuiteRun.of(PublishedSuiteOnSqliteIT.class);

        assertThat(SuiteRun.overridden(PublishedSuiteOnSqliteIT.class)).isEmpty();
        assertThat(summary.getTestsFoundCount()).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
        assertThat(summary.getTestsSucceededCount()).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
    }
}
