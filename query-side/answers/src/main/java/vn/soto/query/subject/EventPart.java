package vn.soto.query.subject;

import java.util.List;

/** A part of an answer about a stored event, whose body is a component with raw JSON. */
public interface EventPart {

    /** Stored name with revision, such as {@code household.registered.v1}. */
    String name();

    /** Subjects of the event, such as {@code member:<id>}: a page has names for those in its sentence. */
    default List<String> about() {
        return List.of();
    }
}
