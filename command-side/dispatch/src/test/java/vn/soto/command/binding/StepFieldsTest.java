package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.KnownIds;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** A step of a plan stands in the ledger before the rules of its command see it. */
final class StepFieldsTest {

    private static final UUID ID = UUID.fromString("019376a0-0000-7000-8000-0000000000ff");
    private static final String PHONE = "0909123456";

    private final Clock clock = Clock.fixed(Instant.parse("2024-11-01T08:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/steps", clock);

    @AutoClose
    private final CommandSide side = CommandSide.start(
            ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry());

    private final StepFields fields = new StepFields(new KnownIds(ledger, side.memberTeams()));

    @Test
    void aReportWithAPhoneNumberBecomesNoStep() {
        CommandService service = CommandService.over(side, new RejectingSealer());
        CommandDescriptor report =
                CommandCatalogue.product().find("annotate-quarterly-report").orElseThrow();
        ObjectNode payload = SampleJson.of(report).put("difficulties", "Bà Sáu " + PHONE);

        assertThatThrownBy(() -> service.readForPlan(new CommandRequest(ID, "an"), report, payload, ID, ID))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        refused -> assertThat(refused.field() + " " + refused.kind())
                                .isEqualTo("difficulties personal-number"));
        payload.put("difficulties", "Sóng yếu ở ấp 3");
        assertThatNoException()
                .isThrownBy(() -> service.readForPlan(new CommandRequest(ID, "an"), report, payload, ID, ID));
    }

    /** In every text, id and name of an account of every command, however deep. */
    @Test
    void noStepHoldsTheNumberOfAPerson() {
        int tried = 0;
        for (CommandDescriptor issued : CommandCatalogue.product().all()) {
            assertThatCode(() -> fields.check(read(issued, SampleJson.of(issued))))
                    .as(issued.name())
                    .doesNotThrowAnyException();
            List<Consumer<ObjectNode>> places = new ArrayList<>();
            collect(issued.shape(), root -> root, places);
            for (Consumer<ObjectNode> place : places) {
                ObjectNode payload = SampleJson.of(issued);
                place.accept(payload);
                assertThatThrownBy(() -> fields.check(read(issued, payload)))
                        .as("%s %s", issued.name(), payload)
                        .isInstanceOf(InvalidFieldException.class);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(300);
    }

    private static Command read(CommandDescriptor issued, ObjectNode payload) {
        return issued.type().cast(issued.shape().read(payload, ""));
    }

    private interface Step {
        ObjectNode to(ObjectNode root);
    }

    private static void collect(JsonBinder shape, Step step, List<Consumer<ObjectNode>> places) {
        if (shape instanceof JsonBinder.Fields fields) {
            for (Field field : fields.fields()) {
                String name = field.name();
                JsonBinder inner = field.shape();
                if (inner instanceof JsonBinder.Text text && isText(text.type())) {
                    places.add(root -> step.to(root).put(name, numbered(text.type())));
                } else if (inner instanceof JsonBinder.Many many
                        && many.item() instanceof JsonBinder.Text text
                        && isText(text.type())) {
                    places.add(root -> ((ArrayNode) step.to(root).get(name)).add(numbered(text.type())));
                } else if (inner instanceof JsonBinder.Many many) {
                    collect(
                            many.item(),
                            root -> (ObjectNode) step.to(root).get(name).get(0),
                            places);
                } else {
                    collect(inner, root -> (ObjectNode) step.to(root).get(name), places);
                }
            }
        }
    }

    private static boolean isText(Class<?> type) {
        return type == String.class
                || type == AccountId.class
                || type == Subject.class
                || Id.class.isAssignableFrom(type);
    }

    private static String numbered(Class<?> type) {
        if (type == Subject.class) {
            return "household:" + PHONE;
        }
        return Id.class.isAssignableFrom(type) ? PHONE : "Bà Sáu " + PHONE;
    }
}
