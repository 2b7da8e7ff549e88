package vn.soto.query.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declares the subjects of one kind: their places, on which the rights to ask about them depend, and their names.
 *
 * @param places a right reaches a subject if it reaches each of these: nearly always there is one
 * @param names  absent for people, whose names are opened for each reader, and where an id is the only name
 */
public record Subjects(
        IdKind kind,
        SubjectLookup<List<Locations>> places,
        @Nullable SubjectLookup<Designated> names) {

    public static Subjects at(IdKind kind, SubjectLookup<Locations> places) {
        return new Subjects(kind, places.map(List::of), null);
    }

    public Subjects named(SubjectLookup<Designated> designated) {
        return new Subjects(kind, places, designated);
    }
}
