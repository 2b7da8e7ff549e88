package vn.soto.contracts.people;

import java.time.LocalDate;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of the numbers of people of a unit. A number is told for a day, and holds until that of a later day. */
public sealed interface PeopleCountEvent extends ProductEvent, OfUnit, Dated {

    People people();

    /** Day for which the number is told. */
    LocalDate on();

    @Override
    default LocalDate happenedOn() {
        return on();
    }

    /** An event that states the number; the last one of the day counts. */
    sealed interface PeopleStated extends PeopleCountEvent {

        /** 0 is a number: they were counted, and there are none. */
        long persons();

        FigureSource source();
    }

    @StoredAs("people-count.stated.v1")
    record PeopleCountStated(UnitId unit, People people, LocalDate on, long persons, FigureSource source)
            implements PeopleStated {}

    @StoredAs("people-count.corrected.v1")
    record PeopleCountCorrected(UnitId unit, People people, LocalDate on, long persons, FigureSource source)
            implements PeopleStated, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return states(earlier, this);
        }
    }

    /** The number of that day is not known; that of an earlier day holds on. The reason is in the commit. */
    @StoredAs("people-count.withdrawn.v1")
    record PeopleCountWithdrawn(UnitId unit, People people, LocalDate on) implements PeopleCountEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return states(earlier, this);
        }
    }

    private static boolean states(DomainEvent earlier, PeopleCountEvent later) {
        return earlier instanceof PeopleStated stated
                && stated.people() == later.people()
                && stated.on().equals(later.on());
    }
}
