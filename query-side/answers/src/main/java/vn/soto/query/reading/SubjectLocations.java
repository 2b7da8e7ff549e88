package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.soto.query.subject.IdKind;

/**
 * The places of the subjects of one kind. A kind without an implementation is open to nobody but readers of the whole
 * ledger.
 */
public interface SubjectLocations {

    IdKind kind();

    /**
     * The places of the subjects known at a commit, by id; an id that is not known is not in the result. A right reaches a subject if
     * it reaches each of its elements: nearly always there is one.
     */
    Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf);
}
