package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The units of teams, as known at a commit. */
public interface TeamReach {

    /** The units that each team covers on a day; of a future team the first units, of a dissolved team the last. */
    Map<String, List<String>> covered(Collection<String> teams, LocalDate day, long asOf);

    /** The units that one of the teams covers on any day. */
    Set<String> everCovered(Collection<String> teams, long asOf);

    /** The units in whose name a team works on a day: those it covers, their successors and their predecessors. */
    Set<String> served(String team, LocalDate day, long asOf);
}
