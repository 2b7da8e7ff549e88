package vn.soto.contracts.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCode;

final class AssistanceContentTest {

    private static final ServiceCode SAFETY = new ServiceCode("cyber-safety");
    private static final ServiceCode VNEID = new ServiceCode("vneid-account");

    @Test
    void isTheSameHoweverItWasTyped() {
        AssistanceContent content = content(List.of(VNEID, SAFETY, VNEID), "2026-07-01T00:00:00.123456789Z");

        assertThat(content).isEqualTo(content(List.of(SAFETY, VNEID), "2026-07-01T00:00:00.123456Z"));
        assertThat(content.services()).containsExactly(SAFETY, VNEID);
    }

    @Test
    void namesAtLeastOneService() {
        assertThatIllegalArgumentException().isThrownBy(() -> content(List.of(), "2026-07-01T00:00:00Z"));
    }

    private static AssistanceContent content(List<ServiceCode> services, String occurredAt) {
        return new AssistanceContent(services, Channel.ZALO, Mode.SELF_PERFORMED, Instant.parse(occurredAt));
    }
}
