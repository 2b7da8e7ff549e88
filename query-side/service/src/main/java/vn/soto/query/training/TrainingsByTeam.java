package vn.soto.query.training;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The training sessions that ever concerned a team.
 *
 * @param id the team
 */
public record TrainingsByTeam(@BsonId String id, List<String> trainings) implements ReadModel {

    static final DocumentType<TrainingsByTeam> KIND = new DocumentType<>("team-trainings", TrainingsByTeam.class);

    TrainingsByTeam with(String training) {
        return trainings.contains(training)
                ? this
                : new TrainingsByTeam(
                        id,
                        Stream.concat(trainings.stream(), Stream.of(training)).toList());
    }
}
