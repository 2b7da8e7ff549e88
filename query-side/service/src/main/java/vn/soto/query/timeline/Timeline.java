package vn.soto.query.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Where the events with a tag stand in the ledger. Full lists are kept aside unchanged.
 *
 * @param id     the tag, such as {@code team:<id>}
 * @param last   the last position taken; those up to it are in already
 * @param kept for each list kept aside, its first position
 */
public record Timeline(@BsonId String id, long last, List<Long> kept, List<Place> places) implements ReadModel {

    static final DocumentType<Timeline> KIND = new DocumentType<>("timeline", Timeline.class);
    static final int PLACES = 128;

    /** A position and the commit that holds it. */
    public record Place(long position, long commit) {}

    /**
     * A full list.
     *
     * @param id {@code <tag>/<number>}
     */
    public record Sealed(@BsonId String id, List<Place> places) implements ReadModel {

        static final DocumentType<Sealed> KIND = new DocumentType<>("timeline-history", Sealed.class);
    }

    static Timeline empty(String tag) {
        return new Timeline(tag, -1, List.of(), List.of());
    }

    Timeline with(Place place) {
        return new Timeline(
                id,
                place.position,
                kept,
                Stream.concat(places.stream(), Stream.of(place)).toList());
    }

    boolean isFull() {
        return places.size() >= PLACES;
    }

    Sealed seal() {
        return new Sealed(history(kept.size()), places);
    }

    Timeline afterSeal() {
        List<Long> starts = Stream.concat(kept.stream(), Stream.of(places.getFirst().position))
                .toList();
        return new Timeline(id, last, starts, List.of());
    }

    String history(int number) {
        return id + "/" + number;
    }
}
