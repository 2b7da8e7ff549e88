package vn.soto.query.subject;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * The designations of the subjects of one kind. People have no implementation: their names are opened for each reader.
 */
public interface Designations {

    IdKind kind();

    /** The subjects known at a commit, by id, with their place on a day. */
    Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf);
}
