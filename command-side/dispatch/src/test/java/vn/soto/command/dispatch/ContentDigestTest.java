package vn.soto.command.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.command.binding.CommandJson;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.ledger.Hash;

final class ContentDigestTest {

    private static final AssistanceContent CONTENT = new AssistanceContent(
            List.of(new ServiceCode("vneid")), Channel.PHONE, Mode.DEMONSTRATED, Instant.parse("2026-08-01T00:00:00Z"));
    private static final String SAID = """
        "content":{"channel":"PHONE","followUp":null,"mode":"DEMONSTRATED","occurredAt":"2026-08-01T00:00:00.000000Z",\
        "outcome":"DONE","procedure":null,"services":["vneid"]}\
        """;

    private final ContentDigest digest = new ContentDigest(CommandJson.mapper());

    private static RecordAssistance recorded(@Nullable List<Responsible> joint) {
        return new RecordAssistance(
                new AssistanceId("a-1"),
                new TeamId("t-1"),
                new HouseholdId("h-1"),
                null,
                null,
                List.of(new MemberId("lan")),
                joint,
                CONTENT,
                null,
                null);
    }

    private static Hash of(String command, String json) {
        return Hash.sha256(command.getBytes(UTF_8), new byte[] {0}, json.getBytes(UTF_8));
    }

    /** A device may repeat after an upgrade what it sent before: it gets the first answer, not a conflict. */
    @Test
    void aRecordSentBeforeTeamsHelpedTogetherIsRecognisedWhenItIsSentAgain() {
        assertThat(digest.of(recorded(null)))
                .isEqualTo(of(
                        "record-assistance",
                        "{\"assistance\":\"a-1\",\"business\":null," + SAID
                                + ",\"helpers\":[\"lan\"],\"household\":\"h-1\",\"reason\":null,\"team\":\"t-1\","
                                + "\"walkIn\":null}"));
        assertThat(digest.of(new CorrectAssistance(new AssistanceId("a-1"), CONTENT, "nhập nhầm")))
                .isEqualTo(of(
                        "correct-assistance",
                        "{\"assistance\":\"a-1\",\"business\":null," + SAID
                                + ",\"helpers\":null,\"household\":null,\"reason\":\"nhập nhầm\"}"));
    }

    @Test
    void helpersOfAnotherTeamMakeAnotherCommand() {
        assertThat(digest.of(recorded(List.of(new Responsible(new TeamId("t-2"), new MemberId("tuan"))))))
                .isNotEqualTo(digest.of(recorded(null)));
    }
}
