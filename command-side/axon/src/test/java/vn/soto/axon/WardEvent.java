package vn.soto.axon;

import java.util.List;
import java.util.Set;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;

/** A vocabulary of tests: doctors, of whom one must be on duty, and the count of their shifts. */
sealed interface WardEvent extends DomainEvent {

    String doctor();

    @Override
    default Set<String> tags() {
        return Set.of("doctor:" + doctor(), "ward:1");
    }

    @StoredAs("doctor.hired.v1")
    record DoctorHired(String doctor) implements WardEvent {}

    @StoredAs("doctor.went-on-duty.v1")
    record WentOnDuty(String doctor) implements WardEvent {}

    @StoredAs("doctor.went-off-duty.v1")
    record WentOffDuty(String doctor) implements WardEvent, Correcting {

        /** For tests: the duty was a mistake from the beginning. */
        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof DoctorHired;
        }
    }

    /** @param shifts the whole count, so that the last event is the state */
    @StoredAs("caseload.changed.v1")
    record ShiftsCounted(String doctor, int shifts) implements WardEvent {}

    static EventCodec codec() {
        return new EventCodec(EventRegistry.of(List.of(WardEvent.class)), List.of());
    }
}
