package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suites themselves run beside it; that no published test is skipped while they do is asserted in memory. */
@Tag("slow")
final class PublishedSuiteCountIT {

    @ParameterizedTest
    @ValueSource(classes = {PublishedSuiteOnSqliteIT.class, PublishedSuiteOnMongoIT.class})
    void hasEveryPublishedTestUnchanged(Class<?> suite) {
        assertThat(SuiteRun.overridden(suite)).isEmpty();
        assertThat(SuiteRun.found(suite)).isEqualTo(PublishedSuiteContract.PUBLISHED_TESTS);
    }
}
