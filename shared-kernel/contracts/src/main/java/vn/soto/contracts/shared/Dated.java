package vn.soto.contracts.shared;

import java.time.LocalDate;
import java.time.temporal.Temporal;

/** An event with the day or instant at which it happened in the world, independent of when it was recorded. */
public interface Dated extends DomainEvent {

    Temporal happenedOn();

    /** An event that happened on the first day of its effect. */
    interface From extends Dated {

        LocalDate effectiveFrom();

        @Override
        default LocalDate happenedOn() {
            return effectiveFrom();
        }
    }

    /** An event that happened on the first day of a state. */
    interface Since extends Dated {

        LocalDate since();

        @Override
        default LocalDate happenedOn() {
            return since();
        }
    }

    /** An event that happened on the last day of the state it ends. */
    interface Until extends Dated {

        LocalDate lastDay();

        @Override
        default LocalDate happenedOn() {
            return lastDay();
        }
    }
}
