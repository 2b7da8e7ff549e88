package vn.soto.query.link;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.query.subject.IdKind;

/** The queries about a subject of one kind that are refused, such as lists that smaller units have: no answer links to them. */
public interface RefusedQueries {

    IdKind kind();

    /** Their addresses, with variables in braces. */
    Set<String> about(String id, LocalDate day, long asOf);
}
