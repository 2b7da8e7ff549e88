package vn.soto.contracts.shared;

import java.time.LocalDate;

/**
 * An event with the day on which it was recorded.
 *
 * @param day in Vietnam
 */
public record KnownSince<E extends DomainEvent>(E event, LocalDate day) {

    public boolean by(LocalDate asked) {
        return !day.isAfter(asked);
    }
}
