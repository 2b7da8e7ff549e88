package vn.soto.events;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.ledger.EventType;

/**
 * Upcasters for records of help of the first version, which had households only, categories instead of services, no
 * outcomes and equal shares of the credit. Each category becomes its general service. A body of any other form passes
 * through unchanged, and decoding refuses it.
 */
final class AssistanceUpcasters {

    private AssistanceUpcasters() {}

    record Recorded() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.recorded", "1");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.recorded", "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            shared(body);
            content(body);
            return beneficiary(body).putNull("responsible").putNull("note");
        }

        private static void shared(ObjectNode body) {
            if (body.get("helpers") instanceof ArrayNode members) {
                List<Integer> hundredths = CreditShare.hundredths(CreditRule.EQUAL_SHARES, members.size());
                ArrayNode shares = body.putArray("helpers");
                for (int i = 0; i < members.size(); i++) {
                    shares.addObject().set("member", members.get(i)).put("hundredths", hundredths.get(i));
                }
            }
        }
    }

    record Corrected() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.corrected", "1");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.corrected", "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            content(body);
            return beneficiary(body).putNull("helpers").putNull("note");
        }
    }

    /** Before the third version an officer or leader corrected, and the beneficiary stayed as it was. */
    record CorrectedGainsMoved() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.corrected", "2");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.corrected", "3");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return body.putNull("moved").putNull("by");
        }
    }

    record Voided() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.voided", "1");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.voided", "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return beneficiary(body);
        }
    }

    private static ObjectNode beneficiary(ObjectNode body) {
        JsonNode unit = body.remove("unit");
        JsonNode household = body.remove("household");
        if (unit != null && household != null && !household.isNull()) {
            body.putObject("beneficiary").putNull("business").set("unit", unit).set("household", household);
        }
        return body;
    }

    private static void content(ObjectNode body) {
        if (body.get("content") instanceof ObjectNode content && content.get("services") instanceof ArrayNode named) {
            body.set("categories", named);
            ArrayNode codes = content.putArray("services");
            named.forEach(category -> codes.add(code(category)));
            content.putNull("procedure")
                    .put("outcome", AssistanceOutcome.UNSTATED.name())
                    .putNull("followUp");
        }
    }

    private static String code(JsonNode category) {
        return category.asString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
