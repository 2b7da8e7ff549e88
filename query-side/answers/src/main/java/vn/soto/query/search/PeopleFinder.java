package vn.soto.query.search;

import java.time.LocalDate;
import java.util.List;
import vn.soto.query.subject.IdKind;
import vn.soto.web.FoldedText;

/** Finds people and accounts for the reader of the answer being made, by what that reader may know of them. No index holds it. */
public interface PeopleFinder {

    /**
     * A member or an account that the reader may see.
     *
     * @param byName whether it was found by its name, which the answer then tells
     */
    record Person(IdKind kind, String id, boolean byName) {}

    List<Person> find(FoldedText typed, LocalDate on, int most, long asOf);

    /** Enters in the register of reads that an answer tells the names of those found by name. */
    default void told(List<Person> named, long asOf) {}
}
