package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.Test;

final class RecordedLogTest {

    @Test
    void refusesAClassBesideWhichOthersMayLog() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RecordedLog.from(Level.INFO))
                .withMessageContaining("@Isolated");
    }
}
