package vn.soto.plans;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.plan.PlanId;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;

/** Plans as the first version of the product wrote them: without salt, and under ids that anybody can derive. */
final class FirstVersion {

    private static final JsonMapper JSON = new JsonMapper();

    private FirstVersion() {}

    /** An appender of plans in the form of the first version. */
    static LedgerAppender writing(PlanId plan, LedgerAppender ledger) {
        return draft -> ledger.append(new Draft(
                draft.id(),
                origin(plan, draft.origin()),
                draft.actor(),
                draft.reason(),
                draft.corrects(),
                draft.correlation(),
                origin(plan, draft.origin()) instanceof Origin.Command command
                        ? command.id().toString()
                        : draft.causation(),
                draft.events().stream().map(FirstVersion::event).toList(),
                draft.guards()));
    }

    private static Origin origin(PlanId plan, Origin origin) {
        return origin instanceof Origin.Command command && command.name().equals("submit-plan")
                ? new Origin.Command(id(plan, "submission", 0), command.name(), command.content())
                : origin;
    }

    private static RecordedEvent event(RecordedEvent event) {
        return switch (event.type().name()) {
            case "plan-part.recorded" -> without(event, "salt");
            case "plan.submitted" -> without(event, "commands", "secondPerson");
            default -> event;
        };
    }

    /** The draft with a reversal under that id. */
    static Draft naming(PlanId undo, Draft draft) {
        return new Draft(
                draft.id(),
                draft.origin(),
                draft.actor(),
                draft.reason(),
                draft.corrects(),
                draft.correlation(),
                draft.causation(),
                draft.events().stream().map(event -> naming(undo, event)).toList(),
                draft.guards());
    }

    private static RecordedEvent naming(PlanId undo, RecordedEvent event) {
        if (!event.type().name().equals("plan.reversed")) {
            return event;
        }
        ObjectNode body = (ObjectNode) JSON.readTree(event.payload().bytes());
        return with(event, event.type(), body.put("by", undo.value()));
    }

    private static RecordedEvent without(RecordedEvent event, String... fields) {
        ObjectNode body = (ObjectNode) JSON.readTree(event.payload().bytes());
        body.remove(List.of(fields));
        return with(event, new EventType(event.type().name(), "1"), body);
    }

    private static RecordedEvent with(RecordedEvent event, EventType type, ObjectNode body) {
        return new RecordedEvent(
                event.id(),
                event.timestamp(),
                type,
                event.aggregate(),
                event.metadata(),
                event.tags(),
                new Payload(event.payload().encoding(), JSON.writeValueAsBytes(body)));
    }

    /** The ids of that version: 60 bits of the plan, 30 of the number, 32 of both. */
    static UUID id(PlanId plan, String what, int number) {
        long prefix = first(what + " " + plan);
        long mixed = first(what + " " + plan + " " + number);
        long high = (prefix & ~0xFFFFL) | 0x8000L | ((prefix >>> 4) & 0x0FFFL);
        return new UUID(high, ((long) number << 32) | (mixed & 0xFFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** The id of the plan that reverses this one. */
    static PlanId undoing(PlanId plan) {
        return new PlanId(UUID.nameUUIDFromBytes(("undo " + plan).getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    private static long first(String text) {
        return ByteBuffer.wrap(
                        Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes())
                .getLong();
    }
}
