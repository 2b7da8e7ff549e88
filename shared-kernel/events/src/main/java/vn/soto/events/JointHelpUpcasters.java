package vn.soto.events;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Upcasters for records of help of before members of other teams helped along: all helpers were members of the record's team. */
final class JointHelpUpcasters {

    private JointHelpUpcasters() {}

    record Recorded() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.recorded", "2");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.recorded", "3");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return ofOwnTeam(body);
        }
    }

    record Corrected() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.corrected", "3");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.corrected", "4");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            ofOwnTeam(body).putArray("joint");
            return body;
        }
    }

    record Voided() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("assistance.voided", "3");
        }

        @Override
        public EventType to() {
            return new EventType("assistance.voided", "4");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            body.putArray("joint");
            return body;
        }
    }

    /** A body of any other form passes through unchanged, and decoding refuses it. */
    private static ObjectNode ofOwnTeam(ObjectNode body) {
        if (body.get("helpers") instanceof ArrayNode helpers) {
            for (JsonNode helper : helpers) {
                if (helper instanceof ObjectNode share) {
                    share.putNull("team");
                }
            }
        }
        return body;
    }
}
