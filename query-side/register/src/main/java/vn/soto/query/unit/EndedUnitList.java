package vn.soto.query.unit;

import java.time.LocalDate;

/** A list of a unit that may have become empty with the unit's end; then its successors have it. */
public interface EndedUnitList {

    /** Address of its question, with variables in braces. */
    String question();

    /** Asked of units that have ended. */
    boolean isEmpty(String unit, LocalDate day, long asOf);
}
