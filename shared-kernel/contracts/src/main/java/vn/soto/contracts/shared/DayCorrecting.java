package vn.soto.contracts.shared;

import java.time.LocalDate;

/** The first day of a fact was entered wrongly. */
public interface DayCorrecting extends Dated.From, Correcting {

    /** First day as entered before; identifies the fact among those of its kind. */
    LocalDate enteredFrom();

    /** Whether the event states a fact of that kind, or corrects one. */
    boolean isAbout(DomainEvent stated);

    @Override
    default boolean corrects(DomainEvent earlier) {
        return isAbout(earlier)
                && earlier instanceof Dated.From dated
                && enteredFrom().equals(dated.effectiveFrom());
    }
}
