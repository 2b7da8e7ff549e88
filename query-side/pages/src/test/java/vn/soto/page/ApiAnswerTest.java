package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ApiAnswerTest {

    private static ApiAnswer account(String role) {
        return Rendered.answer(
                "/api/me",
                "/api/me",
                "{\"answer\":{\"account\":\"lan\",\"member\":\"m-lan\",\"rights\":[{\"role\":\"%s\"}]}}"
                        .formatted(role));
    }

    @Test
    void onlyWhoIsInATeamIsAMemberInForms() {
        assertThat(account("MEMBER").ownMember()).contains("m-lan");
        assertThat(account("LEADER").ownMember()).contains("m-lan");
        assertThat(account("OFFICER").ownMember()).isEmpty();
    }
}
