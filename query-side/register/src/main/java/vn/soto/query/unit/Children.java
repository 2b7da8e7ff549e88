package vn.soto.query.unit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The units that ever lay directly in a unit, in the order in which they became known; the days are in each unit's own
 * document.
 *
 * @param id parent unit, or {@link #TOP}
 */
public record Children(@BsonId String id, List<Child> children) implements ReadModel {

    static final DocumentType<Children> KIND = new DocumentType<>("unit-children", Children.class);

    /** Id of the parent of the provinces; no unit has it. */
    static final String TOP = "-";

    /** @param from number of the commit that first put it there */
    public record Child(String unit, long from) {}

    Children with(Child child) {
        return children.stream().anyMatch(known -> known.unit.equals(child.unit))
                ? this
                : new Children(
                        id,
                        Stream.concat(children.stream(), Stream.of(child))
                                .sorted(Comparator.comparingLong(Child::from))
                                .toList());
    }

    Stream<String> asOf(long commit) {
        return children.stream().filter(child -> child.from <= commit).map(Child::unit);
    }
}
