package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** The units that an area reaches on a day; an area is the unit on which a right is granted. Not thread-safe. */
public interface AreaReach {

    /** Makes the areas of an answer. */
    @FunctionalInterface
    interface Source {

        AreaReach reach(LocalDate day, long asOf);
    }

    /** Reads units in one query that are asked about one by one later. */
    void read(Collection<String> units);

    boolean contains(String area, String unit);

    /** The units in force whose officers take over the reach of a grant on a unit that has ended. */
    Set<String> takers(String area, String unit);

    /** The unit and the units in which its contents count on a day, or may count once that is decided. */
    Set<String> containing(String unit, LocalDate on);
}
