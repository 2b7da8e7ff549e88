package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class CommandReplyTest {

    private static CommandReply reply(int status, String body) {
        return new CommandReply(status, JsonMapper.builder().build().readTree(body));
    }

    @Test
    void whatWaitsForASecondPersonIsAcceptedButNotRecorded() {
        CommandReply waiting = reply(202, "{\"plan\":\"p\",\"commit\":7}");
        CommandReply recorded = reply(201, "{\"commit\":7,\"created\":[\"a\"]}");

        assertThat(waiting.isAccepted()).isTrue();
        assertThat(waiting.isProposed()).isTrue();
        assertThat(recorded.isProposed()).isFalse();
        assertThat(reply(422, "{\"plan\":\"p\"}").isProposed()).isFalse();
        assertThat(Receipt.address("record-assistance", waiting.part(), "", "/", "/visit?household=h"))
                .isEqualTo("/do/record-assistance/done?commit=7&from=%2Fvisit%3Fhousehold%3Dh&plan=p");
    }

    @Test
    void anIdWithOtherContentIsToldApartFromOtherConflicts() {
        assertThat(reply(409, "{\"type\":\"urn:soto:problem:command-id-reused\"}")
                        .isReused())
                .isTrue();
        assertThat(reply(409, "{\"type\":\"urn:soto:problem:conflict\"}").isReused())
                .isFalse();
    }
}
