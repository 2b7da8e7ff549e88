package vn.soto.command.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.shared.Command;
import vn.soto.events.ValueModule;
import vn.soto.ledger.Hash;

final class ContentDigestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final AssistanceId HELP = new AssistanceId("a-1");
    private static final OutreachId SESSION = new OutreachId("o-1");

    private static final AssistanceContent CONTENT = new AssistanceContent(
            List.of(new ServiceCode("vneid")), Channel.ZALO, Mode.DEMONSTRATED, Instant.parse("2026-07-15T03:00:00Z"));

    private final ContentDigest digest =
            new ContentDigest(JsonMapper.builder().addModule(new ValueModule()).build());

    private String of(Command command) {
        return digest.of(command).toString();
    }

    /** The digests were made before these commands gained fields. */
    @Test
    void aCommandThatWasRecordedBeforeTheUpgradeIsARepeatWhenThePhoneSendsItAgain() {
        Holding holding = new Holding(DAY, 12, CountBasis.SIGNED_LIST, List.of(new MemberId("lan")));
        Terms terms = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of());

        assertThat(of(new CorrectAssistance(HELP, CONTENT, "WRONG_ENTRY")))
                .isEqualTo("c65fea46fa1152bbe74f63ae1da08dbaf52baa4b54f33b687ac04f0eb6273625");
        assertThat(of(new VoidAssistance(HELP, "DUPLICATE")))
                .isEqualTo("ad03ca7e96de5b630b2a76eacecb4fe7a8a5098a3ad4a1d4d8424f8f0d0b74e7");
        assertThat(of(new CorrectOutreach(SESSION, holding, null, "WRONG_ENTRY")))
                .isEqualTo("c864b166f94e172ceebb743457c04dc917469085f059c945647df9828961f8c7");
        assertThat(of(new VoidOutreach(SESSION, "DUPLICATE")))
                .isEqualTo("edd1d0c2bcb17c77f3aa0e7225433073ad54608470164ce28c8c4951c41a495e");
        assertThat(of(new AdoptPolicy(
                        terms, new Instrument("1/QĐ", LocalDate.of(2026, 1, 5)), LocalDate.of(2026, 2, 1))))
                .isEqualTo("2487cd00860d9546c1774fb598f06f66ed4094ff20f917f142f261232cf3325e");
    }

    @Test
    void aNumberOfHouseholdsStatedBeforeItHadASourceIsRecognised() {
        assertThat(digest.of(new StateHouseholdTotal(new TeamId("t-1"), new Quarter(2026, 3), 412, null)))
                .isEqualTo(Hash.sha256(
                        "state-household-total".getBytes(UTF_8),
                        new byte[] {0},
                        "{\"households\":412,\"quarter\":\"2026-Q3\",\"team\":\"t-1\"}".getBytes(UTF_8)));
    }

    @Test
    void whoCorrectsIsPartOfTheContent() {
        assertThat(of(new VoidAssistance(HELP, new MemberId("lan"), "DUPLICATE")))
                .isNotEqualTo(of(new VoidAssistance(HELP, "DUPLICATE")));
    }

    /** The JSON behind the digest of a record from before teams helped together. */
    @Test
    void aRecordSentBeforeTeamsHelpedTogetherIsRecognisedWhenItIsSentAgain() {
        String json = """
                {"assistance":"a-1","business":null,"content":{"channel":"ZALO","followUp":null,"mode":"DEMONSTRATED",\
                "occurredAt":"2026-07-15T03:00:00.000000Z","outcome":"DONE","procedure":null,"services":["vneid"]},\
                "helpers":["lan"],"household":"h-1","reason":null,"team":"t-1","walkIn":null}""";

        assertThat(digest.of(recorded(null)))
                .isEqualTo(Hash.sha256("record-assistance".getBytes(UTF_8), new byte[] {0}, json.getBytes(UTF_8)));
    }

    @Test
    void helpersOfAnotherTeamMakeAnotherCommand() {
        assertThat(of(recorded(List.of(new Responsible(new TeamId("t-2"), new MemberId("tuan"))))))
                .isNotEqualTo(of(recorded(null)));
    }

    private static RecordAssistance recorded(@Nullable List<Responsible> joint) {
        return new RecordAssistance(
                HELP,
                new TeamId("t-1"),
                new HouseholdId("h-1"),
                null,
                null,
                List.of(new MemberId("lan")),
                joint,
                CONTENT,
                null,
                null,
                null);
    }
}
