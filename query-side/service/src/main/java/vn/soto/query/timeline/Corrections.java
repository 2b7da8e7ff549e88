package vn.soto.query.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The correction of an event; the ledger itself links only from a correction to the corrected event.
 *
 * @param id id of the corrected event
 */
public record Corrections(@BsonId String id, List<Place> by) implements ReadModel {

    static final DocumentType<Corrections> KIND = new DocumentType<>("corrections", Corrections.class);

    Corrections with(Place place) {
        return by.contains(place)
                ? this
                : new Corrections(
                        id, Stream.concat(by.stream(), Stream.of(place)).toList());
    }
}
