package vn.soto.query.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;
import vn.soto.query.training.Training.Trained;

/** A training session lies with the teams whose members attended and the organisation that holds it; before it is held, everywhere. */
@Component
record TrainingLocations(Documents documents) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.TRAINING;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents
                .find(Training.KIND, ids)
                .forEach((id, training) ->
                        training.asOf(asOf).ifPresent(version -> found.put(id, List.of(places(training, version)))));
        return found;
    }

    private static Locations places(Training training, Training.Version version) {
        Locations teams = Locations.ofTeams(version.attendees().stream()
                        .map(Trained::team)
                        .distinct()
                        .toList())
                .and(Locations.ofOrganisations(
                        Stream.ofNullable(training.organisation()).toList()));
        return version.attendees().isEmpty() ? teams.and(Locations.OPEN) : teams;
    }
}
