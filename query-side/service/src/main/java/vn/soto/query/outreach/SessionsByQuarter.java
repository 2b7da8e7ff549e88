package vn.soto.query.outreach;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The sessions of a team that belong to a quarter, or did before they were moved.
 *
 * @param id {@code <team>/<quarter>}
 */
public record SessionsByQuarter(@BsonId String id, List<String> sessions) implements ReadModel {

    static final DocumentType<SessionsByQuarter> KIND =
            new DocumentType<>("outreach-programmes", SessionsByQuarter.class);

    SessionsByQuarter with(String session) {
        return sessions.contains(session)
                ? this
                : new SessionsByQuarter(
                        id, Stream.concat(sessions.stream(), Stream.of(session)).toList());
    }
}
