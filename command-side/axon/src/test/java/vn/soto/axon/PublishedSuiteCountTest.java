package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

final class PublishedSuiteCountTest {

    @Test
    void everyPublishedTestRunsUnchangedAndSucceeds() {
        TestExecutionSummary summary = SuiteRun.of(PublishedSuiteOnMemoryTest.class);

        assertThat(SuiteRun.overridden(PublishedSuiteOnMemoryTest.class)).isEmpty();
        assertThat(summary.getTestsFoundCount()).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
        assertThat(summary.getTestsSucceededCount()).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
    }
}
