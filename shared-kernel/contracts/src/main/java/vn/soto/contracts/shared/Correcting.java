package vn.soto.contracts.shared;

import java.util.stream.Stream;

/**
 * An event that corrects, takes back or replaces an earlier event of its own stream. The link from a correction to the
 * corrected event, in the header of a commit and on pages, follows from this definition alone.
 */
public interface Correcting extends DomainEvent {

    /** Whether that earlier event is of the kind that this one corrects; it corrects the last one of them. */
    default boolean corrects(DomainEvent earlier) {
        return Stream.of(getClass().getAnnotation(CorrectsAny.class).value())
                .anyMatch(kind -> kind.isInstance(earlier));
    }

    /** Whether there may be no such earlier event, as before a first version: then it corrects nothing. */
    default boolean mayBeFirst() {
        return false;
    }
}
