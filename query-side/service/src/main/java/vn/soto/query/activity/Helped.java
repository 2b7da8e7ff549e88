package vn.soto.query.activity;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * The records of help to one household or business in one quarter, as rows of {@link Row#order}; needed to count it once.
 *
 * @param id {@code <household>/<quarter>} or {@code business:<business>/<quarter>}
 */
public record Helped(@BsonId String id, List<Long> orders) implements ReadModel {

    static final Kind<Helped> KIND = new Kind<>("helped", Helped.class);

    Helped with(long order) {
        return orders.contains(order)
                ? this
                : new Helped(
                        id,
                        Stream.concat(orders.stream(), Stream.of(order))
                                .sorted()
                                .toList());
    }

    /** How many records counted before that row. */
    long before(long order) {
        return orders.stream()
                .filter(row -> row < order)
                .mapToLong(row -> row % 2 == 1 ? 1 : -1)
                .sum();
    }
}
