package vn.soto.query.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Organisations that ever supported a team, or all there are.
 *
 * @param id            the team, or {@link #ALL}
 * @param organisations in the order in which they became known
 */
public record Supported(@BsonId String id, List<String> organisations) implements ReadModel {

    static final DocumentType<Supported> KIND = new DocumentType<>("supported", Supported.class);

    /** No team has this id. */
    static final String ALL = "-";

    Supported with(String organisation) {
        return organisations.contains(organisation)
                ? this
                : new Supported(
                        id,
                        Stream.concat(organisations.stream(), Stream.of(organisation))
                                .toList());
    }
}
