package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * Upcasters for plans of the first version, whose parts had no salt, and whose submissions named neither their commands
 * nor who may approve them.
 */
final class PlanUpcasters {

    private PlanUpcasters() {}

    record PartRecorded() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("plan-part.recorded", "1");
        }

        @Override
        public EventType to() {
            return new EventType("plan-part.recorded", "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return body.putNull("salt");
        }
    }

    record Submitted() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType("plan.submitted", "1");
        }

        @Override
        public EventType to() {
            return new EventType("plan.submitted", "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            body.putArray("commands");
            return body.putNull("secondPerson");
        }
    }
}
