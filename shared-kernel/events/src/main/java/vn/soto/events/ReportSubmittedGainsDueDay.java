package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Reports of the first version tell whether they are late, and not the day on which they were due. */
record ReportSubmittedGainsDueDay() implements Upcaster {

    @Override
    public EventType from() {
        return new EventType("report.submitted", "1");
    }

    @Override
    public EventType to() {
        return new EventType("report.submitted", "2");
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull("dueOn");
    }
}
