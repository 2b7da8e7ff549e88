package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * Upcasters for reports. Those of the first version do not tell the day on which they were due, and nobody was asked to
 * accept those of the second. Totals of households did not tell where they came from.
 */
final class ReportUpcasters {

    private static final String SUBMITTED = "report.submitted";
    private static final String TOTAL_STATED = "report.household-total-stated";

    private ReportUpcasters() {}

    record SubmittedGainsDueDay() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(SUBMITTED, "1");
        }

        @Override
        public EventType to() {
            return new EventType(SUBMITTED, "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return body.putNull("dueOn");
        }
    }

    record SubmittedGainsContent() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(SUBMITTED, "2");
        }

        @Override
        public EventType to() {
            return new EventType(SUBMITTED, "3");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return body.putNull("content").putNull("recipient").putNull("hash");
        }
    }

    record TotalGainsSource() implements Upcaster {

        @Override
        public EventType from() {
            return new EventType(TOTAL_STATED, "1");
        }

        @Override
        public EventType to() {
            return new EventType(TOTAL_STATED, "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode body) {
            return body.putNull("source");
        }
    }
}
