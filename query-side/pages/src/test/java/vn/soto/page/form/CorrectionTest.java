package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.Rendered;

final class CorrectionTest {

    private static final Map<String, List<String>> OPENED = Map.of(
            "household", List.of("h-1"),
            "helpers", List.of("m-1", "m-2"),
            "content.mode", List.of("SELF_PERFORMED"),
            "content.outcome", List.of("DONE"),
            "content.followUp", List.of("2026-03-05"),
            "content.occurredAt", List.of("2026-03-01T01:02:03Z"));

    private final PageContext page = Rendered.context(
            "/do/correct-assistance", Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"on\":\"2026-11-29\"}}"));

    private static Typed typed(String mode) {
        return Typed.nothing()
                .with("household", "h-1")
                .with("helpers", List.of("m-1", "m-2"))
                .with("content.mode", mode)
                .with("content.outcome", "DONE")
                .with("content.followUp", "05/03/2026")
                .with("content.occurredAt", "2026-03-01T08:02")
                .with("note", "");
    }

    private Typed sent(Map<String, List<String>> inForce, Typed typed) {
        Part command = new Part("", new JsonMapper().createObjectNode().put("name", "correct-assistance"));
        return new Correction(command, OPENED, inForce).of(typed, page);
    }

    @Test
    void whatDoesNotChangeIsNotSentOrSentAsTheLedgerHasIt() {
        Typed sent = sent(OPENED, typed("DEMONSTRATED"));

        assertThat(sent.names()).doesNotContain("household", "helpers", "note");
        assertThat(sent.text("content.mode")).isEqualTo("DEMONSTRATED");
        assertThat(sent.text("content.followUp")).isEqualTo("2026-03-05");
        assertThat(sent.text("content.occurredAt")).as("with its seconds").isEqualTo("2026-03-01T01:02:03Z");
    }

    @Test
    void whatSomebodyElseCorrectedMeanwhileStaysCorrected() {
        Map<String, List<String>> inForce = new HashMap<>(OPENED);
        inForce.put("content.outcome", List.of("PARTLY"));
        inForce.remove("content.followUp");

        Typed sent = sent(inForce, typed("DEMONSTRATED"));

        assertThat(sent.text("content.outcome")).isEqualTo("PARTLY");
        assertThat(sent.has("content.followUp")).isFalse();
        assertThat(sent.text("content.mode")).isEqualTo("DEMONSTRATED");
    }

    @Test
    void aHelperWhoIsTakenOutIsSent() {
        assertThat(sent(OPENED, typed("SELF_PERFORMED").with("helpers", "m-1")).all("helpers"))
                .containsExactly("m-1");
    }
}
