package vn.soto.query.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.query.event.Place;

/**
 * The places of an aggregate's events whose commits correct something. The events themselves state the corrected ones,
 * see {@link CorrectionLinks}; this document says for which aggregates to read them.
 *
 * @param id {@code of:} and the aggregate's id; documents of an earlier version have the id of a corrected event
 */
public record Corrections(@BsonId String id, List<Place> by) implements ReadModel {

    static final DocumentType<Corrections> KIND = new DocumentType<>("corrections", Corrections.class);

    static String of(String aggregate) {
        return "of:" + aggregate;
    }

    Corrections with(Place place) {
        return by.contains(place)
                ? this
                : new Corrections(
                        id, Stream.concat(by.stream(), Stream.of(place)).toList());
    }
}
