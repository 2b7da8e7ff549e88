package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * Upcasters for policies. Those of the first version do not tell by how many persons they were adopted; in the second,
 * every team below the minimum was refused.
 */
final class PolicyUpcasters {

    private static final String ADOPTED = "policy.adopted";

    private PolicyUpcasters() {}

    record GainsAdoption() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(ADOPTED, "1");
        }

        @Override
        public EventType to() {
            return new EventType(ADOPTED, "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return body.putNull("adoption");
        }
    }

    record GainsSmallTeams() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(ADOPTED, "2");
        }

        @Override
        public EventType to() {
            return new EventType(ADOPTED, "3");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            body.withObject("terms").putNull("smallTeams");
            return body;
        }
    }

    /** Before the fourth version members corrected nothing by themselves; from then on they have the usual day. */
    record GainsOwnCorrections() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(ADOPTED, "3");
        }

        @Override
        public EventType to() {
            return new EventType(ADOPTED, "4");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            body.withObject("terms").putNull("ownCorrectionDays");
            return body;
        }
    }

    /** Before the fifth version the policy said nothing about personal data: the law's days apply, and data are kept. */
    record GainsPersonalData() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(ADOPTED, "4");
        }

        @Override
        public EventType to() {
            return new EventType(ADOPTED, "5");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            body.withObject("terms").putNull("dataRequests").putNull("retention");
            return body;
        }
    }
}
