package vn.soto.query.timeline;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.query.event.Place;

/**
 * Since when an aggregate has an event whose commit corrects something. The events themselves state the corrected ones,
 * see {@link CorrectionLinks}; this document says for which aggregates to read them.
 *
 * @param id {@code of:} and the aggregate's id
 * @param by place of the first such event; an earlier version of the product listed all of them
 */
public record Corrections(@BsonId String id, List<Place> by) implements ReadModel {

    static final DocumentType<Corrections> KIND = new DocumentType<>("corrections", Corrections.class);

    static String of(String aggregate) {
        return "of:" + aggregate;
    }

    Corrections with(Place place) {
        return by.isEmpty() || place.position() < by.getFirst().position() ? new Corrections(id, List.of(place)) : this;
    }
}
