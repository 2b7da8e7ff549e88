package vn.soto.ledgerwriter.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

@Tag("slow")
@ResourceLock("the published suite")
final class PublishedSuiteCountIT {

    @ParameterizedTest
    @ValueSource(classes = {PublishedSuiteOnSqliteIT.class, PublishedSuiteOnMongoIT.class})
    void everyPublishedTestRunsUnchangedAndSucceeds(Class<?> suite) {
        TestExecutionSummary summary = SuiteRun.of(suite);

        assertThat(SuiteRun.overridden(suite)).isEmpty();
        assertThat(summary.getTestsFoundCount()).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
        assertThat(summary.getTestsSucceededCount()).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
    }
}
