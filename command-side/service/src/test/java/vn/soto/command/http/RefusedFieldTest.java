package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.RuleFields;
import vn.soto.domain.assistance.AssistanceRule;
import vn.soto.domain.person.PersonRule;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.web.ProblemResponses;

/** A refusal is shown at the field that it is about. */
final class RefusedFieldTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectNode NOTHING = JSON.createObjectNode();

    private static CommandDescriptor named(String command) {
        return CommandCatalogue.product().find(command).orElseThrow();
    }

    @Test
    void ofARuleThatIsAboutOne() {
        RuntimeException future = AssistanceRule.ASSISTANCE_IS_NOT_IN_THE_FUTURE.refused();
        assertThat(RuleFields.of(future, named("record-assistance"), NOTHING)).contains("content.occurredAt");
        assertThat(RuleFields.of(future, named("follow-up-assistance"), NOTHING))
                .contains("occurredAt");
        assertThat(RuleFields.of(AssistanceRule.ASSISTANCE_IS_NOT_VOIDED.refused(), named("void-assistance"), NOTHING))
                .isEmpty();
    }

    @Test
    void ofAPersonalTextThatNamesItself() {
        assertThat(RuleFields.of(
                        PersonRule.PHONE_IS_A_VIETNAMESE_NUMBER.refused("phone"),
                        named("record-member-profile"),
                        NOTHING))
                .contains("phone");
    }

    @Test
    void ofSomethingAbsentThatAFieldNames() {
        ObjectNode payload = (ObjectNode)
                JSON.readTree("{\"team\":\"t-1\",\"jointHelpers\":[{\"team\":\"t-2\",\"member\":\"m-1\"}]}");
        assertThat(RuleFields.of(new NotFoundException("team", "t-2"), named("record-assistance"), payload))
                .contains("jointHelpers.team");
        assertThat(RuleFields.of(new NotFoundException("team", "t-3"), named("record-assistance"), payload))
                .isEmpty();
    }

    @Test
    void isInTheProblemBesideTheRule() {
        for (Locale language : new Locale[] {Locale.of("vi"), Locale.ENGLISH}) {
            ProblemDetail problem = ProblemResponses.body(
                    Problems.of(new RefusedFieldException(
                            AssistanceRule.ASSISTANCE_IS_NOT_IN_THE_FUTURE.refused(), "content.occurredAt")),
                    Problems.texts(),
                    language);
            assertThat(problem.getStatus()).isEqualTo(422);
            assertThat(problem.getProperties())
                    .containsEntry("rule", "ASSISTANCE_IS_NOT_IN_THE_FUTURE")
                    .containsEntry("field", "content.occurredAt");
            assertThat(problem.getDetail()).isNotBlank();
        }
    }
}
