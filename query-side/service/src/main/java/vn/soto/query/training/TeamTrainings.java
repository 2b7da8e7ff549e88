package vn.soto.query.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.projection.IdList;

/** Queries about training sessions as known at a commit. */
@Component
public final class TeamTrainings {

    private final Documents documents;

    TeamTrainings(Documents documents) {
        this.documents = documents;
    }

    /** The sessions that members of a team attended, by day. */
    public List<TrainingView> of(String team, long asOf) {
        List<String> ids = IdList.find(TrainingProjector.BY_TEAM, team, documents);
        return documents.find(Training.KIND, ids).values().stream()
                .flatMap(training -> of(team, training, asOf))
                .sorted(Comparator.comparing(TrainingView::on).thenComparing(TrainingView::training))
                .toList();
    }

    /** The number of sessions that members of a team had attended by a day. */
    public long count(String team, LocalDate day, long asOf) {
        return of(team, asOf).stream().filter(held -> !held.on().isAfter(day)).count();
    }

    private static Stream<TrainingView> of(String team, Training training, long asOf) {
        return training.asOf(asOf).stream()
                .map(version -> TrainingView.of(
                        training,
                        version,
                        version.attendees().stream()
                                .filter(trained -> trained.team().equals(team))
                                .toList()))
                .filter(view -> !view.attendees().isEmpty());
    }

    Optional<TrainingView> find(String id, long asOf) {
        return documents
                .find(Training.KIND, id)
                .flatMap(training ->
                        training.asOf(asOf).map(version -> TrainingView.of(training, version, version.attendees())));
    }
}
