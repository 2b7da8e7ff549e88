package vn.soto.query.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.team.CountedTrainings;

/** Queries about training sessions as known at a commit. */
@Component
public record TeamTrainings(Documents documents) implements CountedTrainings {

    /** The sessions that members of a team attended, by day; with those that were voided. */
    public List<TrainingView> of(String team, long asOf) {
        return of(Set.of(team), asOf);
    }

    /** The sessions that members of any of these teams attended, by day, with those members; makes two queries. */
    List<TrainingView> of(Set<String> teams, long asOf) {
        List<String> ids = TrainingProjector.BY_TEAM.find(teams, documents).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        return documents.find(Training.KIND, ids).values().stream()
                .flatMap(training -> of(teams, training, asOf))
                .sorted(Comparator.comparing(TrainingView::on).thenComparing(TrainingView::training))
                .toList();
    }

    /** The number of sessions that members of a team had attended by a day. */
    @Override
    public long count(String team, LocalDate day, long asOf) {
        return of(team, asOf).stream()
                .filter(training -> training.isHeld() && !training.on().isAfter(day))
                .count();
    }

    private static Stream<TrainingView> of(Set<String> teams, Training training, long asOf) {
        return training.asOf(asOf).stream()
                .map(version -> TrainingView.of(
                        training,
                        version,
                        version.attendees().stream()
                                .filter(trained -> teams.contains(trained.team().value()))
                                .toList()))
                .filter(view -> !view.attendees().isEmpty());
    }

    Optional<TrainingView> find(String id, long asOf) {
        return documents.find(Training.KIND, id).flatMap(training -> TrainingView.of(training, asOf));
    }
}
