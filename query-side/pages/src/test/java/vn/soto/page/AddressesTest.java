package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {

    @Test
    void aPageHasTheAddressOfItsQuestionWithoutTheApi() {
        assertThat(Addresses.page("/api/teams/1?asOf=7")).isEqualTo("/teams/1?asOf=7");
        assertThat(Addresses.question("/teams/1")).isEqualTo("/api/teams/1");
    }

    @Test
    void aParameterIsSetReplacedAndTakenAway() {
        assertThat(Addresses.with("/x", "b", "2")).isEqualTo("/x?b=2");
        assertThat(Addresses.with("/x?b=2", "a", "1 &=")).isEqualTo("/x?a=1+%26%3D&b=2");
        assertThat(Addresses.with("/x?a=1&b=2", "a", "")).isEqualTo("/x?b=2");
        assertThat(Addresses.parameter("/x?a=1+%26%3D&b=2", "a")).isEqualTo("1 &=");
        assertThat(Addresses.parameter("/x?ab=1&b=2#b=3", "b")).isEqualTo("2");
        assertThat(Addresses.parameter("/x?a=b", "b")).isEmpty();
        assertThat(Addresses.parameter("/x/b=1", "b")).isEmpty();
        assertThat(Addresses.with("/x?b=2#c", "a", "1")).isEqualTo("/x?a=1&b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void preferencesLeadBackToThisSiteAlone(String to) {
        assertThat(PreferencesHandler.own(to)).hasToString("/");
    }

    @Test
    void preferencesLeadBackToThePage() {
        assertThat(PreferencesHandler.own("/units?on=2026-01-01")).hasToString("/units?on=2026-01-01");
    }
}
