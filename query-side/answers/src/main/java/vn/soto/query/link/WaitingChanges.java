package vn.soto.query.link;

import java.util.Map;
import java.util.Set;

/** The changes that wait for a second person, by what they are about. */
@FunctionalInterface
public interface WaitingChanges {

    /** The plans that wait now, the first submitted first, by the ids that they name. */
    Map<String, Set<String>> byId(long asOf);
}
