package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordedAddressTest {

    private static final String MEMBER = "01960000-0000-7000-8000-091234567890";

    @Test
    void anAddressOfIdsDaysAndWordsOfListsIsKept() {
        for (String address : List.of(
                "/",
                "/api/me",
                "/api/members/" + MEMBER + "?asOf=412",
                "/api/households?unit=kp-1&from=20&limit=50&unassigned=true",
                "/recognition-rounds/r-1/candidates/member%3A" + MEMBER + "/criteria/TRAININGS",
                "/api/members?q=",
                "/api/accounts?on=2026-05-03&role=OFFICER&unconfirmed",
                "/api/dashboards/hcm-001?quarter=2026-Q3&boundaries=AS_NOW",
                "/members?asOf=2026-08-20T01%3A00%3A00Z&team=" + MEMBER,
                "/api/timeline?subject=member:" + MEMBER)) {
            assertThat(RecordedAddress.of(address)).isEqualTo(address);
        }
    }

    @Test
    void whatMayBeTypedIsLeftOut() {
        assertThat(RecordedAddress.of("/api/members?q=Nguy%E1%BB%85n%20Lan&limit=5"))
                .isEqualTo("/api/members?q=…&limit=5");
        assertThat(RecordedAddress.of("/api/households?q=lan&unit=nguyen-lan")).isEqualTo("/api/households?q=…&unit=…");
        assertThat(RecordedAddress.of("/do/record-visit?household=0912345678&note=lan"))
                .isEqualTo("/do/record-visit?household=…&note=…");
        assertThat(RecordedAddress.of("/api/members?Nguy%E1%BB%85n&team=%zz")).isEqualTo("/api/members?…&team=…");
        assertThat(RecordedAddress.of("/api/members/Nguy%E1%BB%85n%20Lan")).isEqualTo("/api/members/…");
        assertThat(RecordedAddress.of("/households/0912345678")).isEqualTo("/households/…");
        assertThat(RecordedAddress.of("/api/search?subject=member:0912345678")).isEqualTo("/api/search?subject=…");
    }
}
