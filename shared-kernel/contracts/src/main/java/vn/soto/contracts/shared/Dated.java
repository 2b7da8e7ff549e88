package vn.soto.contracts.shared;

import java.time.LocalDate;
import java.time.temporal.Temporal;

/** An event that says when it happened in the world, whenever it was recorded: a day or an instant. */
public interface Dated extends DomainEvent {

    Temporal happenedOn();

    /** It happened on the first day on which what it says holds. */
    interface From extends Dated {

        LocalDate effectiveFrom();

        @Override
        default LocalDate happenedOn() {
            return effectiveFrom();
        }
    }

    /** It happened on the first day of a state. */
    interface Since extends Dated {

        LocalDate since();

        @Override
        default LocalDate happenedOn() {
            return since();
        }
    }

    /** It happened on the last day of what it ends. */
    interface Until extends Dated {

        LocalDate lastDay();

        @Override
        default LocalDate happenedOn() {
            return lastDay();
        }
    }
}
