package vn.soto.contracts.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.soto.contracts.assistance.ServiceCategory.CYBER_SAFETY;
import static vn.soto.contracts.assistance.ServiceCategory.VNEID;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContentTest {

    @Test
    void isTheSameHoweverItWasTyped() {
        Content content = content(List.of(CYBER_SAFETY, VNEID, CYBER_SAFETY), "2026-07-01T00:00:00.123456789Z");

        assertThat(content).isEqualTo(content(List.of(VNEID, CYBER_SAFETY), "2026-07-01T00:00:00.123456Z"));
        assertThat(content.services()).containsExactly(VNEID, CYBER_SAFETY);
    }

    @Test
    void namesAtLeastOneService() {
        assertThatIllegalArgumentException().isThrownBy(() -> content(List.of(), "2026-07-01T00:00:00Z"));
    }

    private static Content content(List<ServiceCategory> services, String occurredAt) {
        return new Content(services, Channel.ZALO, Mode.SELF_PERFORMED, Instant.parse(occurredAt));
    }
}
