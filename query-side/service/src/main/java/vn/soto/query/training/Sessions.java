package vn.soto.query.training;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * The training sessions that ever concerned a team.
 *
 * @param id the team
 */
public record Sessions(@BsonId String id, List<String> trainings) implements ReadModel {

    static final Kind<Sessions> KIND = new Kind<>("team-trainings", Sessions.class);

    Sessions with(String training) {
        return trainings.contains(training)
                ? this
                : new Sessions(
                        id,
                        Stream.concat(trainings.stream(), Stream.of(training)).toList());
    }
}
